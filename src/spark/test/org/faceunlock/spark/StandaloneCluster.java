package org.faceunlock.spark;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A master and two workers of one core each, processes of this machine, with this test's class path. */
final class StandaloneCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final String url;
    private final List<Process> processes = new ArrayList<>();

    StandaloneCluster(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("jars")); // workers look for it, and take the class path given below
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            port = free.getLocalPort();
        }
        url = "spark://%s:%s".formatted(HOST, port);
        start("org.apache.spark.deploy.master.Master", "--host", HOST, "--port", Integer.toString(port),
                "--webui-port", "0");
        await(port); // a driver that comes before its master gives up after a minute
        for (int i = 0; i < 2; i++) {
            start("org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1", "--memory", "1g",
                    "--webui-port", "0", "--work-dir", home.resolve("work" + i).toString(), url);
        }
    }

    private void await(int port) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                new Socket(HOST, port).close();
                return;
            } catch (ConnectException e) {
                if (!processes.get(0).isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the master did not start; see " + home, e);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void start(String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), type));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(home.resolve(processes.size() + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // else looked for in a build of Spark
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        processes.add(builder.start());
    }

    String url() {
        return url;
    }

    /** Kills a worker and what it has started, at once. */
    void killWorker() {
        end(processes.get(1));
    }

    @Override
    public void close() {
        processes.forEach(StandaloneCluster::end);
    }

    private static void end(Process process) {
        Stream<ProcessHandle> started = process.descendants().toList().stream();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
