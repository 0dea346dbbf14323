package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A kernel in a process of its own, as Jupyter starts it; closing it ends the process by force, whatever state it is
 * in.
 *
 * <p>{@code -Dkernel.jdk=FOLDER} runs the kernel on another JDK than that of the tests.
 */
final class KernelProcess implements AutoCloseable {
    private static final String JDK = System.getProperty("kernel.jdk", System.getProperty("java.home"));
    private final Path folder;
    private final ProcessBuilder builder;
    private Process process;
    private final List<ProcessHandle> started = new ArrayList<>();
    private final Thread atExit = new Thread(this::kill, "end of a kernel");

    private KernelProcess(Path folder, ProcessBuilder builder) throws IOException {
        this.folder = folder;
        this.builder = builder;
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a kernel with these options of Java. */
    static KernelProcess start(String... options) {
        return startBelow(List.of(), options);
    }

    /** Starts a kernel as the last arguments of a command, which becomes its parent. */
    static KernelProcess startBelow(List<String> parent, String... options) {
        try {
            Path folder = Files.createTempDirectory("kernel");
            Path file = Files.writeString(folder.resolve("connection.json"), connectionFile());
            List<String> java = List.of(Path.of(JDK, "bin", "java").toString(), "-Djava.awt.headless=true",
                    "-XX:+UseSerialGC");
            List<String> main = List.of("-cp", System.getProperty("java.class.path"), Kernel.class.getName(),
                    file.toString());
            ProcessBuilder builder = new ProcessBuilder(Stream.of(parent, java, List.of(options), main)
                    .flatMap(List::stream).toList());
            builder.environment().remove("JPY_PARENT_PID");
            builder.redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
            return new KernelProcess(folder, builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String connectionFile() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return Json.text(Json.object("transport", "tcp", "ip", "127.0.0.1", "key", "a key of the tests",
                    "signature_scheme", "hmac-sha256", "shell_port", ports.get(0), "control_port", ports.get(1),
                    "stdin_port", ports.get(2), "iopub_port", ports.get(3), "hb_port", ports.get(4)));
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Starts it again on the same connection file, as Jupyter does after its end. */
    void restart() throws IOException {
        process = builder.start();
    }

    ConnectionFile connection() {
        try {
            return ConnectionFile.read(folder.resolve("connection.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel itself, or the command that it was started below. */
    Process process() {
        return process;
    }

    /** The kernel that was started below another command. */
    ProcessHandle child() {
        return process.children().findFirst().orElseThrow(() -> new IllegalStateException("no kernel: " + log()));
    }

    /** What the kernel has written to the server's terminal. */
    String log() {
        try {
            return new String(Files.readAllBytes(folder.resolve("log.txt")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every thread of the kernel does. */
    String threads() {
        try {
            Path file = folder.resolve("threads.txt");
            Process jstack = new ProcessBuilder(Path.of(JDK, "bin", "jstack").toString(), "-l",
                    String.valueOf(process.pid())).redirectErrorStream(true).redirectOutput(file.toFile()).start();
            if (!jstack.waitFor(10, TimeUnit.SECONDS)) {
                jstack.destroyForcibly();
            }
            return Files.readString(file);
        } catch (IOException e) {
            return "no threads: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Ends the process at once, but not what it has started. */
    void killAlone() {
        started.addAll(process.descendants().toList());
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        killAlone();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
