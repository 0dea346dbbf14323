package org.faceunlock.notebook.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.faceunlock.GoldenNumbers;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.display.Renderings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages of this package beside those that ipywidgets 8.1.9 sent, element by element, ids aside. */
class GoldenMessagesTest {
    private final RecordingLink page = new RecordingLink();
    private final WidgetSession session = new WidgetSession(page, new Renderings());
    private List<JsonObject> golden;

    @BeforeEach
    void readGolden() {
        golden = GoldenNumbers.text("ipywidgets_messages.txt").lines()
                .filter(line -> line.startsWith("{\"ch\"") || line.startsWith("###"))
                .map(line -> line.startsWith("#") ? heading(line) : new Gson().fromJson(line, JsonObject.class))
                .toList();
    }

    @Test
    void dropdownOpensAsItDoes() {
        session.open(Dropdown.of("x", List.of("a", "b")));
        assertSameOpenings("### RUN import ipywidgets");
    }

    @Test
    void boxOpensAfterItsChildrenAsItDoes() {
        Dropdown<String> dropdown = Dropdown.of("x", List.of("a", "b"));
        session.open(dropdown);
        page.sent.clear();
        session.open(new VBox(dropdown, new HTML("hi")));
        assertSameOpenings("### RUN h=w.HTML");
    }

    @Test
    void imageOpensWithItsBytesBesideTheState() {
        session.open(new Image(new byte[] {(byte) 0x89, 'P', 'N', 'G', 'a', 'b', 'c'}, "png"));
        assertSameOpenings("### RUN img=w.Image");
        assertThat(page.last().buffers()).singleElement().satisfies(bytes -> assertThat(bytes).hasSize(7));
    }

    @Test
    void floatSliderOpensAsItDoes() {
        session.open(new FloatSlider("", 0, 1, .05, .5));
        assertSameOpenings("### RUN s=w.FloatSlider");
    }

    @Test
    void progressOpensAndMovesAsItDoes() {
        IntProgress progress = new IntProgress("", 0, 10);
        session.open(progress);
        assertSameOpenings("### RUN p=w.IntProgress");
        progress.value(3);
        assertSame(comm("### RUN p=w.IntProgress", "comm_msg"), page.sent.subList(3, 4));
    }

    @Test
    void fileUploadOpensAsItDoes() {
        session.open(new FileUpload("Upload", "image/*", false));
        assertSameOpenings("### RUN f=w.FileUpload");
    }

    @Test
    void outputOpensAndTakesTextAndValuesAsItDoes() {
        Output output = new Output();
        session.open(output);
        assertSameOpenings("### RUN o2=w.Output");
        CellOutput hey = new CellOutput.Stream("stdout", "hey\n");
        output.outputs(List.of(hey));
        output.outputs(List.of(hey, new CellOutput.Display(MimeBundle.text("'zz'"))));
        assertSame(comm("### RUN o2=w.Output", "comm_msg"), page.sent.subList(2, 4));
    }

    @Test
    void choiceOnThePageIsEchoedBeforeWhatTheCallbackChanges() {
        Dropdown<String> dropdown = Dropdown.of("x", List.of("a", "b"));
        HTML html = new HTML("hi");
        session.open(new VBox(dropdown, html));
        dropdown.observe(value -> html.value("sel " + value));
        assertSame(comm("### FRONTEND update", "comm_msg"), page.says(dropdown, "index", 1));
    }

    @Test
    void requestForStateIsAnsweredWithAllOfIt() {
        Dropdown<String> dropdown = Dropdown.of("x", List.of("a", "b"));
        session.open(dropdown);
        dropdown.value("b");
        assertSame(comm("### FRONTEND request_state", "comm_msg"),
                page.hears(dropdown, new CommMessage("{\"method\":\"request_state\"}", List.of())));
    }

    @Test
    void closingSaysWhatItSays() {
        Dropdown<String> dropdown = Dropdown.of("x", List.of("a", "b"));
        session.open(dropdown);
        page.sent.clear();
        dropdown.close();
        assertThat(page.sent).extracting(RecordingLink.Sent::type).containsExactly("comm_close");
        assertThat(comm("### RUN d.close", "comm_close")).hasSize(1);
    }

    @Test
    void displayNamesTheSameKindsOfView() {
        JsonObject view = section("### RUN h=w.HTML").stream()
                .filter(m -> m.get("msg_type").getAsString().equals("display_data")).findFirst().orElseThrow()
                .getAsJsonObject("content").getAsJsonObject("data").getAsJsonObject(Protocol.VIEW_TYPE);
        JsonElement ours = new Gson().toJsonTree(session.render(new HTML("hi")).forms().get(Protocol.VIEW_TYPE));
        assertThat(differences("view", view, ours)).isEmpty();
    }

    private void assertSameOpenings(String heading) {
        assertSame(comm(heading, "comm_open"), page.sent);
    }

    private void assertSame(List<JsonObject> expected, List<RecordingLink.Sent> found) {
        assertThat(expected).as("recorded messages").isNotEmpty();
        assertThat(found).as("number of messages").hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonObject message = expected.get(i);
            assertThat(found.get(i).type()).isEqualTo(message.get("msg_type").getAsString());
            assertThat(differences("message " + i, message.getAsJsonObject("content").get("data"), found.get(i).data()))
                    .isEmpty();
            assertThat(found.get(i).buffers()).hasSize(message.getAsJsonArray("buffers").size());
        }
    }

    private static List<String> differences(String place, JsonElement expected, JsonElement found) {
        if (expected instanceof JsonObject a && found instanceof JsonObject b) {
            List<String> all = new ArrayList<>();
            Set<String> keys = new TreeSet<>(a.keySet());
            keys.addAll(b.keySet());
            keys.forEach(key -> all.addAll(differences(place + "." + key, a.get(key), b.get(key))));
            return all;
        }
        if (expected != null && found != null && expected.isJsonArray() && found.isJsonArray()
                && expected.getAsJsonArray().size() == found.getAsJsonArray().size()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < expected.getAsJsonArray().size(); i++) {
                all.addAll(differences(place + "[" + i + "]", expected.getAsJsonArray().get(i),
                        found.getAsJsonArray().get(i)));
            }
            return all;
        }
        return same(expected, found) ? List.of() : List.of(place + ": expected " + expected + ", found " + found);
    }

    private static boolean same(JsonElement expected, JsonElement found) {
        if (expected instanceof JsonPrimitive a && found instanceof JsonPrimitive b) {
            return a.isNumber() && b.isNumber() ? a.getAsDouble() == b.getAsDouble() : idAside(a).equals(idAside(b));
        }
        return expected != null && expected.equals(found) || expected instanceof JsonNull && found instanceof JsonNull;
    }

    private static JsonPrimitive idAside(JsonPrimitive value) {
        boolean id = value.isString() && (value.getAsString().startsWith("IPY_MODEL_")
                || value.getAsString().matches("[0-9a-f]{32}|model-\\d+"));
        return id ? new JsonPrimitive("an id") : value;
    }

    private List<JsonObject> comm(String heading, String type) {
        Predicate<JsonObject> wanted = m -> m.get("msg_type").getAsString().equals(type);
        return section(heading).stream().filter(wanted).toList();
    }

    private List<JsonObject> section(String heading) {
        List<JsonObject> section = golden.stream()
                .dropWhile(m -> !(m.has("heading") && m.get("heading").getAsString().startsWith(heading))).skip(1)
                .takeWhile(m -> !m.has("heading")).toList();
        assertThat(section).as(heading).isNotEmpty();
        return section;
    }

    private static JsonObject heading(String line) {
        JsonObject heading = new JsonObject();
        heading.addProperty("heading", line);
        return heading;
    }
}
