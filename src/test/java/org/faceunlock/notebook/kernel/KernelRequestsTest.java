package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request is answered, whatever it asks for and however it is written; what is no request does no harm. */
class KernelRequestsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel(page -> page.run("int hits = 0;"));

    private static void assertThatCellsRun() {
        assertThat(KERNEL.page().run("1+1").value()).isEqualTo("2");
        assertThat(KERNEL.page().run("hits").value()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel_info_request", "execute_request", "complete_request", "inspect_request",
        "is_complete_request", "history_request", "comm_info_request", "debug_request", "nonsense_request", "comm_open",
        "comm_msg", "comm_close", "input_reply", "nonsense", "", "interrupt_request", "shutdown_reply"})
    void everyContentOfEveryRequestIsAnswered(String type) {
        List<Exchange> all = Malformed.CONTENTS.stream().map(content -> KERNEL.page().send(
                KernelSockets.Channel.SHELL, KernelClient.message(type, Json.parse(content), List.of()))).toList();
        all.forEach(one -> assertThat(one.answered(PATIENCE).disorder()).isEmpty());
        assertThatCellsRun();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel_info_request", "interrupt_request", "debug_request", "nonsense_request",
        "create_subshell_request", "nonsense"})
    void everyControlRequestIsAnswered(String type) {
        List<Exchange> all = Malformed.CONTENTS.stream().map(content -> KERNEL.page().send(
                KernelSockets.Channel.CONTROL, KernelClient.message(type, Json.parse(content), List.of()))).toList();
        all.forEach(one -> assertThat(one.answered(PATIENCE).disorder()).isEmpty());
        assertThatCellsRun();
    }

    @Test
    void damagedFramesAndWrongSignaturesAreNotRun() {
        KernelClient page = KERNEL.page();
        for (KernelSockets.Channel channel : KernelSockets.Channel.values()) {
            for (int way = 0; way < Malformed.damages(); way++) {
                page.sendFrames(channel, Malformed.damaged(page.frames(KernelClient.cell("hits++;")), way));
            }
        }
        assertThatCellsRun();
    }

    @Test
    void signedMessagesThatAreNoJsonDoNoHarm() {
        KernelClient page = KERNEL.page();
        for (KernelSockets.Channel channel : KernelSockets.Channel.values()) {
            for (int part = 0; part < 4; part++) {
                for (int way = 0; way < Malformed.parts(); way++) {
                    page.sendFrames(channel, Malformed.signed(page.key(), KernelClient.cell("0"), part, way));
                }
            }
        }
        assertThatCellsRun();
    }

    @Test
    void everyWidgetMessageIsAnsweredWhateverItHolds() {
        KernelClient page = KERNEL.page();
        Exchange shown = page.run("import org.faceunlock.notebook.widget.*;\nvar slider = new IntSlider(\"n\", 0, 9,"
                + " 1, 0);\nshow(Interact.of(slider, n -> 1 / (n - 5)));");
        String slider = Widgets.id(shown, "IntSliderModel");
        List<Exchange> sent = new ArrayList<>();
        for (String id : List.of(slider, "closed", "")) {
            for (String data : Malformed.DATA) {
                JsonObject content = Json.parse("{\"comm_id\":\"" + id + "\",\"data\":" + data + "}");
                sent.add(page.send(KernelSockets.Channel.SHELL, KernelClient.message("comm_msg", content,
                        data.contains("[\"value\"]") ? List.of() : List.of(new byte[3]))));
                sent.add(page.send(KernelSockets.Channel.SHELL, KernelClient.message("comm_msg", content, List.of())));
            }
        }
        sent.add(page.shell("comm_msg", "comm_id", slider, "data", Widgets.moved(5)));
        sent.forEach(one -> assertThat(one.answered(PATIENCE).disorder()).isEmpty());
        assertThatCellsRun();
    }

    @Test
    void anUnknownTargetIsClosedAtOnce() {
        Exchange opened = KERNEL.page().shell("comm_open", "comm_id", "mine", "target_name", "unknown", "data",
                new JsonObject()).answered();
        assertThat(opened.contents("comm_close")).extracting(close -> Json.string(close, "comm_id", ""))
                .containsExactly("mine");
    }

    @Test
    void aWidgetThatIsClosedTwiceOrOpenedAgainDoesNoHarm() {
        KernelClient page = KERNEL.page();
        Exchange shown = page.run("show(new org.faceunlock.notebook.widget.Label(\"here\"));");
        String label = Widgets.id(shown, "LabelModel");
        for (String type : List.of("comm_close", "comm_close", "comm_open", "comm_msg", "comm_close")) {
            page.shell(type, "comm_id", label, "target_name", "jupyter.widget", "data", Widgets.moved("text"))
                    .answered();
        }
        assertThatCellsRun();
    }

    @Test
    void completionAndInspectionAreAnsweredAtEveryPlace() {
        String code = "/* 🔓 */ var t = \"\"\"\n%no\n\"\"\"; t.le // }\n@Deprecated int[] f(List<? extends Map.Ent";
        List<Exchange> all = IntStream.rangeClosed(-2, code.length() + 2).boxed().flatMap(at ->
                List.of("complete_request", "inspect_request").stream().map(type -> KERNEL.page().shell(type, "code",
                code, "cursor_pos", at, "detail_level", 1))).toList();
        all.forEach(one -> assertThat(one.answered(PATIENCE).status()).as(one.toString()).isEqualTo("ok"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete_request", "inspect_request", "is_complete_request"})
    void codeThatOverflowsTheCompilerIsAnswered(String type) {
        for (FaultyCell cell : FaultyCell.values()) {
            Exchange asked = KERNEL.page().shell(type, "code", cell.code(), "cursor_pos", cell.code().length());
            assertThat(asked.answered(PATIENCE).disorder()).isEmpty();
        }
        assertThatCellsRun();
    }

    @Test
    void aFloodOfRequestsBehindACellIsAnsweredAfterIt() {
        KernelClient page = KERNEL.page();
        Exchange running = page.execute("System.out.println(\"begun\"); Thread.sleep(300);").printed("begun");
        List<Exchange> flood = IntStream.range(0, 300).mapToObj(i -> i % 2 == 0 ? page.shell("kernel_info_request")
                : page.shell("complete_request", "code", "Stri", "cursor_pos", 4)).toList();
        flood.forEach(one -> assertThat(one.answered(PATIENCE).disorder()).isEmpty());
        assertThat(running.answered().status()).isEqualTo("ok");
    }

    @Test
    void aVeryLongCellIsRun() {
        assertThat(KERNEL.page().run("/*" + "x".repeat(5_000_000) + "*/ 3").value()).isEqualTo("3");
    }

    @Test
    void cellsBehindOneThatFailedAreAborted() {
        KernelClient page = KERNEL.page();
        Exchange failing = page.execute("Thread.sleep(200); throw new Error();");
        List<Exchange> behind = IntStream.range(0, 5).mapToObj(i -> page.execute("hits++;")).toList();
        assertThat(failing.answered().status()).isEqualTo("error");
        behind.forEach(one -> assertThat(one.answered().status()).isEqualTo("aborted"));
        assertThatCellsRun();
    }
}
