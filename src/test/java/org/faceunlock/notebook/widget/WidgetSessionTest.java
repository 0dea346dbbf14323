package org.faceunlock.notebook.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.display.Renderings;
import org.junit.jupiter.api.Test;

class WidgetSessionTest {
    private static final int LAYOUT_STYLE_AND_SELF = 3;
    private final RecordingLink page = new RecordingLink();
    private final WidgetSession session = new WidgetSession(page, new Renderings());
    private final Dropdown<String> dropdown = Dropdown.of("photo", List.of("a.jpg", "b.jpg", "c.jpg"));

    @Test
    void nothingIsSentBeforeAWidgetIsShown() {
        dropdown.value("b.jpg");
        assertThat(page.sent).isEmpty();
    }

    @Test
    void aWidgetShownTwiceIsOpenedOnce() {
        session.open(dropdown);
        session.open(dropdown);
        assertThat(page.sent).hasSize(LAYOUT_STYLE_AND_SELF);
    }

    @Test
    void changesHeldTogetherTravelTogether() {
        FloatSlider slider = new FloatSlider("t", 0, 1, .01, .5);
        session.open(slider);
        page.sent.clear();
        slider.holdSync(() -> {
            slider.value(.7);
            slider.description("threshold");
            slider.value(.8);
        });
        assertThat(page.sent).hasSize(1);
        assertThat(page.last().data().getAsJsonObject("state"))
                .hasToString("{\"description\":\"threshold\",\"value\":0.8}");
    }

    @Test
    void settingTheSameValueSendsNothing() {
        session.open(dropdown);
        page.sent.clear();
        dropdown.value("a.jpg");
        assertThat(page.sent).isEmpty();
    }

    @Test
    void observersHearTheChosenValueOnceAndNoMoreAfterTheEnd() {
        session.open(dropdown);
        List<String> heard = new ArrayList<>();
        Subscription subscription = dropdown.observe(heard::add);
        page.says(dropdown, "index", 2);
        page.says(dropdown, "index", 2);
        subscription.end();
        page.says(dropdown, "index", 1);
        assertThat(heard).containsExactly("c.jpg");
    }

    @Test
    void anImpossibleChoiceIsTakenBackOnThePageAndSaidBelow() {
        session.render(dropdown);
        List<RecordingLink.Sent> sent = page.says(dropdown, "index", 7);
        assertThat(dropdown.value()).isEqualTo("a.jpg");
        assertThat(sent).extracting(s -> s.data().toString())
                .anySatisfy(data -> assertThat(data).contains("\"update\"", "{\"index\":0}"))
                .anySatisfy(data -> assertThat(data).contains("index: expected 0 to 2, found 7.0"));
    }

    @Test
    void aCallbackThatThrowsIsShownBelowAndTheNextOneRuns() {
        session.render(dropdown);
        List<String> heard = new ArrayList<>();
        dropdown.observe(value -> {
            throw new AssertionError("no such photo <" + value + ">");
        });
        dropdown.observe(heard::add);
        List<RecordingLink.Sent> sent = page.says(dropdown, "index", 1);
        assertThat(sent.get(sent.size() - 1).data().toString()).contains("\"output_type\":\"error\"", "no such photo");
        assertThat(heard).containsExactly("b.jpg");
    }

    @Test
    void aCallbackThatPrintsIsShownBelowTheWidget() {
        session.render(dropdown);
        dropdown.observe(value -> System.out.println("chosen: " + value));
        List<RecordingLink.Sent> sent = page.says(dropdown, "index", 1);
        assertThat(sent.get(sent.size() - 1).data().toString()).contains("\"stream\"", "chosen: b.jpg");
    }

    @Test
    void whatACallbackSaidIsGoneAfterTheNextThatSaysNothing() {
        session.render(dropdown);
        dropdown.observe(value -> System.out.print("b.jpg".equals(value) ? "b" : ""));
        page.says(dropdown, "index", 1);
        page.says(dropdown, "index", 2);
        assertThat(page.last().data().toString()).contains("\"outputs\":[]");
    }

    @Test
    void aMessageThatIsNoJsonIsSurvived() {
        session.open(dropdown);
        page.hears(dropdown, new CommMessage("{\"method\":\"upd", List.of()));
        assertThat(page.says(dropdown, "index", 1)).isNotEmpty();
    }

    @Test
    void aReloadedPageGetsEveryModelWithItsBytes() {
        Image image = new Image(new byte[] {1, 2, 3}, "png");
        session.open(new VBox(dropdown, image));
        page.says(dropdown, "index", 1);
        CommMessage reply = session.control(new CommMessage("{\"method\":\"request_states\"}", List.of()))
                .orElseThrow();
        JsonObject data = new Gson().fromJson(reply.json(), JsonObject.class);
        JsonObject states = data.getAsJsonObject("states");
        assertThat(states.keySet()).hasSize(session.openModels()).contains(dropdown.id(), image.id());
        assertThat(states.getAsJsonObject(dropdown.id()).getAsJsonObject("state").get("index").getAsInt()).isOne();
        assertThat(data.get("buffer_paths")).hasToString("[[\"" + image.id() + "\",\"state\",\"value\"]]");
        assertThat(reply.buffers()).singleElement().isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void otherTalkOnTheControlTargetIsNotAnswered() {
        assertThat(session.control(new CommMessage("{\"method\":\"else\"}", List.of()))).isEmpty();
    }

    @Test
    void closingAllLeavesNoModel() {
        session.render(new VBox(dropdown, new Label("x")));
        session.closeAll();
        assertThat(session.openModels()).isZero();
    }

    @Test
    void aClosedWidgetCanBeShownAnew() {
        session.open(dropdown);
        dropdown.close();
        session.open(dropdown);
        assertThat(dropdown.id()).isEqualTo(page.last().id());
    }

    @Test
    void anUploadArrivesWithItsBytesAndOnlyItsErrorIsEchoed() {
        FileUpload upload = new FileUpload("Upload", "image/*", false);
        session.open(upload);
        JsonObject state = new Gson().fromJson("{\"value\":[{\"name\":\"me & you.png\",\"type\":\"image/png\","
                + "\"size\":4,\"last_modified\":1700000000000}],\"error\":\"\"}", JsonObject.class);
        JsonArray paths = new Gson().fromJson("[[\"value\",0,\"content\"]]", JsonArray.class);
        List<UploadedFile> heard = new ArrayList<>();
        upload.observe(heard::addAll);
        List<RecordingLink.Sent> sent = page.says(upload, "update", state, List.of("abcd".getBytes()), paths);
        assertThat(sent).extracting(s -> s.data().get("state").toString()).containsExactly("{\"error\":\"\"}");
        assertThat(heard).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("me & you.png");
            assertThat(file.content()).asString().isEqualTo("abcd");
        });
    }

    @Test
    void anUploadBeyondTheLimitIsTurnedDownInWords() {
        FileUpload upload = new FileUpload("Upload", "", false);
        session.open(upload);
        JsonObject state = new Gson().fromJson("{\"value\":[{\"name\":\"big.tif\"}]}", JsonObject.class);
        JsonArray paths = new Gson().fromJson("[[\"value\",0,\"content\"]]", JsonArray.class);
        List<RecordingLink.Sent> sent =
                page.says(upload, "update", state, List.of(new byte[50_000_001]), paths);
        assertThat(upload.value()).isEmpty();
        assertThat(sent).extracting(s -> s.data().toString())
                .anySatisfy(data -> assertThat(data).contains("50.0 MB are too much"));
    }

    @Test
    void aButtonRunsWhatItIsTold() {
        Button button = new Button("again");
        session.open(button);
        List<String> clicks = new ArrayList<>();
        button.onClick(() -> clicks.add("click"));
        page.hears(button, new CommMessage("{\"method\":\"custom\",\"content\":{\"event\":\"click\"}}", List.of()));
        assertThat(clicks).hasSize(1);
    }

    @Test
    void aSnapshotEscapesWhatItQuotes() {
        Dropdown<String> odd = Dropdown.of("<b>", List.of("<script>.jpg"));
        assertThat(odd.snapshot()).isEqualTo("<div>&lt;b&gt;: <b>&lt;script&gt;.jpg</b></div>");
    }

    @Test
    void aWidgetsBundleHasViewSnapshotAndText() {
        MimeBundle bundle = session.render(dropdown);
        assertThat(bundle.forms()).containsOnlyKeys(MimeBundle.TEXT, MimeBundle.HTML, Protocol.VIEW_TYPE);
        assertThat(bundle.plain()).isEqualTo("Dropdown photo = a.jpg");
    }

    @Test
    void aWidgetWhoseSnapshotFailsShowsWhy() {
        Widget broken = new Widget(ModelKind.control("HTML")) {
            @Override
            public String snapshot() {
                throw new StackOverflowError();
            }

            @Override
            public String toString() {
                throw new AssertionError("no text either");
            }
        };
        assertThat(session.render(broken).plain()).contains("StackOverflowError", "AssertionError: no text either");
    }

    @Test
    void aCallbackThatThrowsWhatHasNoMessageIsShownBelow() {
        session.render(dropdown);
        dropdown.observe(value -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1;

                @Override
                public String getMessage() {
                    throw new AssertionError();
                }
            };
        });
        assertThat(page.says(dropdown, "index", 1)).extracting(sent -> sent.data().toString())
                .anySatisfy(data -> assertThat(data).contains("its message failed: AssertionError"));
    }

    @Test
    void whatPrintfReturnsIsNotShown() {
        session.show(System.out);
        assertThat(page.displayed).isEmpty();
    }

    @Test
    void newOptionsKeepTheChoiceOrTakeTheFirst() {
        dropdown.value("b.jpg");
        dropdown.options(Map.of("two", "b.jpg"));
        assertThat(dropdown.value()).isEqualTo("b.jpg");
        List<String> heard = new ArrayList<>();
        dropdown.observe(heard::add);
        dropdown.options(Map.of("three", "z.jpg"));
        assertThat(heard).containsExactly("z.jpg");
    }

    @Test
    void aSliderTakesTheNumberThatThePageMeans() {
        FloatSlider slider = new FloatSlider("t", -.2, 1, .01, .5);
        session.open(slider);
        List<RecordingLink.Sent> sent = page.says(slider, "value", 0.8000000000000003);
        assertThat(slider.value()).isEqualTo(0.8);
        assertThat(sent).as("the echo alone, no correction").hasSize(1);
    }

    @Test
    void aSliderTurnsDownWhatLiesBeyondItsEnds() {
        FloatSlider slider = new FloatSlider("t", -1, 1, .01, .8);
        assertThatThrownBy(() -> slider.value(Double.NaN)).hasMessageContaining("expected -1.0 to 1.0, found NaN");
    }
}
