package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An interrupted cell is idle within a second and the next one runs, while every core is kept busy by something else.
 *
 * <p>{@code -Dkernel.interrupts=N} sets how often the full form tries each kind; {@code -Dkernel.idle=MILLISECONDS}
 * the limit, for machines that do other work besides.
 */
class KernelInterruptTest {
    private static final int ROUNDS = Integer.getInteger("kernel.interrupts", 1000);
    private static final int ROUNDS_OF_RELATIVES = Math.max(1, ROUNDS / 20);
    private static final int LAST_NAMED_KIND = EndlessCell.FUTURE_TASK.ordinal();
    private static final long IDLE_MILLIS = Long.getLong("kernel.idle", 1000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String THREADS_IN_CELLS = "long in = 0;\nfor (int i = 0; i < 40; i++) {\n"
            + "in = Thread.getAllStackTraces().values().stream().filter(stack -> Arrays.stream(stack)"
            + ".anyMatch(frame -> frame.getClassName().startsWith(\"REPL\"))).count();\n"
            + "if (in == 1) break;\nThread.sleep(50);\n}\nin";

    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel();
    private static final Random RANDOM = new Random(20);
    private static BusyCores busy;

    @BeforeAll
    static void keepBusy() {
        busy = new BusyCores();
    }

    @AfterAll
    static void rest() {
        busy.close();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedCellIsIdleWithinASecondAndTheNextRuns(EndlessCell cell) {
        assertThat(tooLate(cell, 1)).isEmpty();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void everyOneOfManyInterruptsEndsItsCell(EndlessCell cell) {
        int rounds = cell.ordinal() <= LAST_NAMED_KIND ? ROUNDS : ROUNDS_OF_RELATIVES;
        assertThat(tooLate(cell, cell.isLeftBehind() ? 2 : rounds)).isEmpty();
    }

    /** The rounds in which a cell was idle too late, with the milliseconds. */
    private static List<String> tooLate(EndlessCell cell, int rounds) {
        List<String> late = new ArrayList<>();
        long slowest = 0;
        for (int round = 0; round < rounds; round++) {
            long millis = interrupted(cell);
            slowest = Math.max(slowest, millis);
            if (millis > IDLE_MILLIS) {
                late.add("round " + round + ": " + millis + " ms");
            }
        }
        System.out.println(cell + ": " + rounds + " interrupts, slowest " + slowest + " ms");
        return late;
    }

    private static long interrupted(EndlessCell cell) {
        KernelClient page = KERNEL.page();
        Exchange running = page.execute(cell.code());
        begun(running, cell);
        pause(RANDOM.nextInt(150));
        Exchange behind = page.execute("\"ran on\"");
        pause(RANDOM.nextInt(20));
        long millis = millisToIdle(page, running);
        assertThat(running.status()).as(running.toString()).isEqualTo("error");
        assertThat(behind.answered().status()).as(behind.toString()).isEqualTo("aborted");
        if (cell.isLeftBehind()) {
            running.await(Duration.ofSeconds(20), "is told to run on", one -> one.text().contains("restart"));
            assertThat(page.run("1+1").value()).isEqualTo("2");
            KERNEL.end(); // what runs on would be counted at the next cell
        } else {
            assertThat(running.disorder()).isEmpty();
            assertThat(page.run(cell.startsThreads() ? "1" : THREADS_IN_CELLS).value()).isEqualTo("1");
        }
        return millis;
    }

    private static void begun(Exchange running, EndlessCell cell) {
        if (cell.saysThatItHasBegun()) {
            running.printed("begun");
        } else {
            running.await(PATIENCE, "is busy", one -> one.statuses().contains("busy"));
        }
        if (cell == EndlessCell.READ_LINE || cell == EndlessCell.READ_BYTE) {
            running.await(PATIENCE, "asks", one -> !one.contents("input_request").isEmpty());
        }
    }

    /** A moment that only chance gives; nothing is waited for. */
    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAnswerThatComesAfterTheInterruptIsNotReadByTheNextCell() {
        KernelClient page = KERNEL.page();
        Exchange first = page.execute("System.in.read()");
        first.await(PATIENCE, "asks", one -> !one.contents("input_request").isEmpty());
        page.interrupt().answered();
        first.answered();
        page.input("late");
        Exchange second = page.execute("new Scanner(System.in).nextLine()");
        second.await(PATIENCE, "asks", one -> !one.contents("input_request").isEmpty());
        page.input("in time");
        assertThat(second.answered().value()).isEqualTo("in time");
    }

    @Test
    void anInterruptOfAnIdleKernelLeavesTheNextCellAlone() {
        KernelClient page = KERNEL.page();
        assertThat(page.run("1").value()).isEqualTo("1");
        assertThat(page.interrupt().answered().status()).isEqualTo("ok");
        assertThat(page.run("1+1").value()).isEqualTo("2");
    }

    @Test
    void aThreadOfAnInterruptedCellEndsWithoutAWord() {
        KernelClient page = KERNEL.page();
        Exchange running = page.execute(EndlessCell.JOIN.code());
        running.printed("begun");
        page.interrupt();
        running.answered();
        assertThat(page.run(THREADS_IN_CELLS).value()).isEqualTo("1");
        page.run("Thread.sleep(300);"); // what that thread has printed is sent within 100 ms
        assertThat(running.text()).isEqualTo("begun\n");
    }

    @Test
    void ofManyQueuedCellsNoneRunsAfterTheInterrupt() {
        KernelClient page = KERNEL.page();
        page.run("int runs = 0;");
        Exchange running = page.execute("System.out.println(\"begun\"); Thread.sleep(60_000);");
        List<Exchange> queued = IntStream.range(0, 20).mapToObj(i -> page.execute("runs++;")).toList();
        running.printed("begun");
        page.interrupt();
        queued.forEach(one -> assertThat(one.answered().status()).isEqualTo("aborted"));
        assertThat(page.run("runs").value()).isEqualTo("0");
    }

    @Test
    void aRequestThatIsNoCellIsAnsweredAfterTheInterruptThatItWaitedFor() {
        KernelClient page = KERNEL.page();
        Exchange running = page.execute("System.out.println(\"begun\"); while (true) { }");
        Exchange completion = page.shell("complete_request", "code", "Str", "cursor_pos", 3);
        running.printed("begun");
        page.interrupt();
        assertThat(completion.answered().status()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(60_000);", "while (true) { }", "while (true) System.out.println(1);",
        "while (true) { try { Thread.sleep(99); } catch (Throwable t) { } }"})
    void anInterruptEndsAWidgetsCallback(String callback) {
        assertThat(lateCallbacks(callback, 1)).isEmpty();
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(60_000);", "while (true) { }"})
    void everyOneOfManyInterruptsEndsItsCallback(String callback) {
        assertThat(lateCallbacks(callback, ROUNDS)).isEmpty();
    }

    private static List<Long> lateCallbacks(String callback, int rounds) {
        KernelClient page = KERNEL.page();
        Exchange shown = page.run("import org.faceunlock.notebook.widget.*;\nvar slider = new IntSlider(\"n\", 0, 10,"
                + " 1, 0);\nvoid endless() throws Exception { " + callback + " }\nInteract.of(slider, n -> {\n"
                + "if (n > 0) try { endless(); } catch (Exception e) { return \"stopped\"; }\nreturn n; })");
        String slider = Widgets.id(shown, "IntSliderModel");
        List<Long> late = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Exchange moved = page.shell("comm_msg", "comm_id", slider, "data", Widgets.moved(1 + round % 9));
            moved.await(PATIENCE, "is busy", one -> one.statuses().contains("busy"));
            pause(100 + RANDOM.nextInt(150));
            long millis = millisToIdle(page, moved);
            if (millis > IDLE_MILLIS) {
                late.add(millis);
            }
            assertThat(moved.disorder()).isEmpty();
            assertThat(page.run(THREADS_IN_CELLS).value()).isEqualTo("1");
        }
        return late;
    }

    private static long millisToIdle(KernelClient page, Exchange running) {
        long sent = System.nanoTime();
        page.interrupt();
        running.await(Duration.ofSeconds(10), "ends after its interrupt", Exchange::isAnswered);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "BUSY_LOOP"})
    void anInterruptWhileTheKernelStartsIsNotLost(EndlessCell cell) {
        assertThat(lateStarts(cell, 1)).isEmpty();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "BUSY_LOOP"})
    void noneOfManyInterruptsWhileTheKernelStartsIsLost(EndlessCell cell) {
        assertThat(lateStarts(cell, ROUNDS_OF_RELATIVES)).isEmpty();
    }

    private static List<Long> lateStarts(EndlessCell cell, int rounds) {
        List<Long> late = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            KERNEL.end();
            KernelClient page = KERNEL.page();
            Exchange first = page.execute(cell.code());
            if (round % 2 == 0) {
                first.await(PATIENCE, "is busy", one -> one.statuses().contains("busy"));
            }
            pause(RANDOM.nextInt(100));
            long millis = millisToIdle(page, first);
            if (millis > IDLE_MILLIS) {
                late.add(millis);
            }
            assertThat(first.status()).as(first.toString()).isIn("error", "aborted");
            assertThat(page.run("1+1").value()).isEqualTo("2");
        }
        return late;
    }
}
