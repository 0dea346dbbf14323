package org.faceunlock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the program in a process of its own, as a user has it.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record ProgramRun(int code, String out, String err) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Runs the command line with these variables on top of an environment without any of Face Unlock's. */
    public static ProgramRun of(Map<String, String> variables, String... arguments) throws IOException {
        return of(javaCommand(arguments), Path.of("."), variables);
    }

    /** Runs any command in a folder. */
    public static ProgramRun of(List<String> command, Path folder, Map<String, String> variables) throws IOException {
        return of(command, folder, variables, PATIENCE);
    }

    /** Runs any command in a folder; ends it, and whatever it has started, when it takes too long. */
    static ProgramRun of(List<String> command, Path folder, Map<String, String> variables, Duration patience)
            throws IOException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            Process process = builder(command, variables).directory(folder.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            return new ProgramRun(await(process, patience), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static List<String> javaCommand(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static ProcessBuilder builder(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FACE_UNLOCK_"));
        builder.environment().putAll(variables);
        return builder;
    }

    static int await(Process process) {
        return await(process, PATIENCE);
    }

    private static int await(Process process, Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                throw new IllegalStateException("the program did not end within " + patience.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends a process and all that it has started, at once. */
    static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
