package org.faceunlock.notebook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another program, run to its end.
 *
 * @param command the program and its arguments
 * @param environment variables to set in addition to this process's own
 */
record Program(List<String> command, Map<String, String> environment) {
    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    static Program of(String... command) {
        return new Program(List.of(command), Map.of());
    }

    /** What became of it. */
    record End(int code, String output) {
    }

    /** Runs it and returns what it printed, on either stream. */
    End collect() throws IOException, InterruptedException {
        Process process = builder().redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), output);
    }

    /** Runs it with both streams going into a file; returns the exit code. */
    int logTo(Path file) throws IOException, InterruptedException {
        Process process = builder().redirectErrorStream(true).redirectOutput(file.toFile()).start();
        process.getOutputStream().close();
        return process.waitFor();
    }

    /** Runs it on this process's terminal and ends it when this process ends; returns the exit code. */
    int onTerminal() throws IOException, InterruptedException {
        Process process = builder().inheritIO().start();
        Thread ending = new Thread(() -> end(process), "end of " + command.get(0));
        Runtime.getRuntime().addShutdownHook(ending);
        return process.waitFor();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }
}
