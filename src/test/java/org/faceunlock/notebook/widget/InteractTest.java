package org.faceunlock.notebook.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.faceunlock.notebook.display.Renderings;
import org.junit.jupiter.api.Test;

class InteractTest {
    private final RecordingLink page = new RecordingLink();
    private final WidgetSession session = new WidgetSession(page, new Renderings());
    private final Dropdown<Path> photo = Control.of("photo", List.of(Path.of("x/1.jpg"), Path.of("x/2.jpg")));
    private final FloatSlider threshold = Control.of("threshold", 0.0, 1.0, 0.5);

    @Test
    void theFunctionsValueStandsBelowFromTheStart() {
        Interact interact = Interact.of(photo, threshold, (p, t) -> p.getFileName() + " at " + t);
        assertThat(session.render(interact).asHtml()).contains("1.jpg at 0.5");
    }

    @Test
    void theValueFollowsEitherControl() {
        session.render(Interact.of(photo, threshold, (p, t) -> p.getFileName() + " at " + t));
        page.says(photo, "index", 1);
        page.says(threshold, "value", 0.75);
        assertThat(results()).endsWith("2.jpg at 0.75");
    }

    @Test
    void whatIsPrintedComesBeforeTheValue() {
        session.render(Interact.of(photo, p -> {
            System.out.println("looking at " + p.getFileName());
            return "done";
        }));
        page.says(photo, "index", 1);
        assertThat(page.last().data().toString()).matches(".*looking at 2.jpg.*done.*");
    }

    @Test
    void whatIsShownWhileItRunsStandsBelowToo() {
        session.render(Interact.of(photo, p -> {
            session.show("half of " + p.getFileName());
            return null;
        }));
        page.says(photo, "index", 1);
        assertThat(results()).containsExactly("half of 1.jpg", "half of 2.jpg");
        assertThat(page.displayed).isEmpty();
    }

    @Test
    void aFailureStandsInPlaceOfTheValueAndTheNextChoiceWorks() {
        session.render(Interact.of(photo, p -> {
            if (p.endsWith("2.jpg")) {
                throw new IllegalStateException("no face in " + p.getFileName());
            }
            return "face in " + p.getFileName();
        }));
        page.says(photo, "index", 1);
        assertThat(page.last().data().toString()).contains("\"ename\":\"IllegalStateException\"", "no face in 2.jpg");
        page.says(photo, "index", 0);
        assertThat(results()).endsWith("face in 1.jpg");
    }

    @Test
    void eachControlWorksInTheFourControlForm() {
        IntSlider size = Control.of("size", 10, 80, 20);
        Checkbox boxes = Control.of("boxes", true);
        session.render(Interact.of(photo, threshold, size, boxes, (p, t, s, b) -> p.getFileName() + " " + s + " " + b));
        page.says(size, "value", 40);
        page.says(boxes, "value", false);
        assertThat(results()).endsWith("1.jpg 40 false");
    }

    @Test
    void aSlidersStepsAreRound() {
        FloatSlider slider = Control.of("threshold", -0.2, 1.0, 0.8);
        assertThat((Double) slider.get("step")).isCloseTo(0.01, within(1e-12));
    }

    private List<String> results() {
        return page.sent.stream().map(s -> s.data().getAsJsonObject("state"))
                .filter(state -> state != null && state.has("outputs"))
                .flatMap(state -> state.getAsJsonArray("outputs").asList().stream())
                .filter(output -> output.getAsJsonObject().has("data"))
                .map(output -> output.getAsJsonObject().getAsJsonObject("data").get("text/plain").getAsString())
                .toList();
    }
}
