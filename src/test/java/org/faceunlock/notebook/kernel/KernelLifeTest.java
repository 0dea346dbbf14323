package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel ends when it is told to, when its cell ends it, and when nobody is left who started it; and says so. */
class KernelLifeTest {
    private static final long SECONDS_TO_END = 6;
    private static final String BUSY = "System.out.println(\"begun\"); while (true) { }";
    private static final String QUIET = "System.out.println(\"begun\");";
    private static final String STUBBORN = "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true);"
            + " }));\nSystem.out.println(\"begun\");";

    @ParameterizedTest
    @ValueSource(strings = {QUIET, BUSY, STUBBORN})
    @DisabledOnOs(OS.WINDOWS)
    void aKernelEndsWithTheProcessThatStartedIt(String cell) throws Exception {
        List<String> parent = List.of("sh", "-c", "\"$@\" & wait", "sh");
        try (KernelProcess kernel = KernelProcess.startBelow(parent);
                KernelClient page = new KernelClient(kernel.connection()).ready()) {
            page.execute(cell).printed("begun");
            ProcessHandle child = kernel.child();
            kernel.killAlone();
            child.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKernelEndsWithTheServerThatJupyterNames() throws Exception {
        List<String> parent = List.of("sh", "-c", "export JPY_PARENT_PID=$$; \"$@\" & wait", "sh");
        try (KernelProcess kernel = KernelProcess.startBelow(parent);
                KernelClient page = new KernelClient(kernel.connection()).ready()) {
            page.run("1");
            ProcessHandle child = kernel.child();
            kernel.killAlone();
            child.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {QUIET, BUSY, STUBBORN})
    void aShutdownIsAnsweredAndEndsTheKernel(String cell) throws Exception {
        try (KernelProcess kernel = KernelProcess.start();
                KernelClient page = new KernelClient(kernel.connection()).ready()) {
            page.execute(cell).printed("begun");
            Exchange shutdown = page.control("shutdown_request", "restart", true);
            assertThat(shutdown.answered(Duration.ofSeconds(5)).reply().get("restart").getAsBoolean()).isTrue();
            assertThat(kernel.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"System.exit(3);", "new Thread(() -> System.exit(0)).start(); Thread.sleep(60_000);",
        "void leave() { System.exit(1); }\nStream.of(1).forEach(i -> leave());"})
    void theEndByACellIsToldAndTheKernelStartsAnew(String cell) throws Exception {
        try (KernelProcess kernel = KernelProcess.start();
                KernelClient page = new KernelClient(kernel.connection()).ready()) {
            page.run("int kept = 1;");
            Exchange ending = page.execute("System.out.print(\"before\");\n" + cell).answered(Duration.ofSeconds(20));
            assertThat(ending.shown()).contains("before", "System.exit");
            assertThat(ending.disorder()).isEmpty();
            assertThat(kernel.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
            kernel.restart();
            assertThat(page.ready().run("1+1").value()).isEqualTo("2");
            assertThat(page.run("kept").status()).isEqualTo("error");
        }
    }

    @Test
    void theHeartBeatsWhileACellRuns() {
        try (KernelProcess kernel = KernelProcess.start("-XX:ActiveProcessorCount=1");
                KernelClient page = new KernelClient(kernel.connection()).ready()) {
            Exchange running = page.execute(BUSY).printed("begun");
            assertThat(page.beats(Duration.ofSeconds(5))).isTrue();
            page.interrupt();
            assertThat(running.answered().status()).isEqualTo("error");
        }
    }
}
