package org.faceunlock.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ./face-unlock notebook --no-browser} at work on a folder; closing it ends the server and its kernels, politely
 * at first, and by force whatever is still there after {@value #SECONDS_TO_END} seconds.
 */
final class LabServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/lab/\\S*\\?token=(\\w+)");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int SECONDS_TO_END = 15;
    private final Process process;
    private final Path log;
    private final Thread atExit = new Thread(this::end, "end of the notebook server");
    private String root = "";
    private String token = "";

    private LabServer(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it and waits for the address; skips the test, aloud, where JupyterLab cannot be had. */
    static LabServer on(Path folder, Path log) throws IOException, InterruptedException {
        return on(folder, log, "");
    }

    /** Starts it with further options for Java. */
    static LabServer on(Path folder, Path log, String options) throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(NotebookProgram.variables());
        variables.put("FACE_UNLOCK_JAVA_OPTS", options);
        variables.put("JUPYTERLAB_WORKSPACES_DIR", log.resolveSibling("workspaces").toAbsolutePath().toString());
        List<String> command = NotebookProgram.command("--no-browser", "--port", String.valueOf(freePort()));
        Process process = ProgramRun.builder(command, variables).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        LabServer server = new LabServer(process, log);
        try {
            server.awaitAddress();
            return server;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private void awaitAddress() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            Optional<Matcher> found = Optional.of(ADDRESS.matcher(Files.readString(log))).filter(Matcher::find);
            if (found.isPresent()) {
                root = "http://127.0.0.1:" + found.get().group(1);
                token = found.get().group(2);
                return;
            }
            if (ended) {
                NotebookProgram.skipIfJupyterCannotBeHad(Files.readString(log));
                break;
            }
        }
        throw new IllegalStateException("no address from the notebook command; it said: " + Files.readString(log));
    }

    /** The address of a file below the served folder, in a workspace of this name: what one browser tab shows. */
    URI page(String workspace, Path file) {
        return URI.create("%s/lab/workspaces/%s/tree/%s?token=%s".formatted(root, workspace,
                file.toString().replace('\\', '/'), token));
    }

    /** What the server answers at an address below its root, asked with GET or, with a text to send, POST. */
    String answer(String path, String... sent) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "token " + token).timeout(PATIENCE);
        HttpRequest asked = sent.length == 0 ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(sent[0])).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": the server answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The status of a request by somebody on this machine who does not know the token. */
    int statusWithoutToken(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    int port() {
        return URI.create(root).getPort();
    }

    /** What a page needs to speak with the server. */
    String token() {
        return token;
    }

    /** Memory that the kernels hold, native memory included; 0 where the system does not tell. */
    long kernelBytes() throws IOException {
        long bytes = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
            Path command = status.resolveSibling("cmdline");
            if (Files.exists(status) && Files.readString(command).contains("org.faceunlock.notebook.kernel.Kernel")) {
                bytes += Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).sum();
            }
        }
        return bytes;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        process.destroy();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
