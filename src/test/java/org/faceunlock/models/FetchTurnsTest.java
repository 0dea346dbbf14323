package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two at the same folder: threads of this process, and this process and another. */
class FetchTurnsTest {

    private final byte[] content = Samples.bytes(200_000, 11);
    private final RemoteFile file = Samples.file(content);

    @TempDir
    private Path folder;

    @Test
    void sixThreadsFetchAFileOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> fetcher(server, FetchListener.SILENT).fetch(folder, List.of(file))));
            }
            for (Future<?> one : all) {
                one.get(30, TimeUnit.SECONDS);
            }
            assertThat(server.ranges()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(folder.resolve("net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void lockOfAnotherProcessIsWaitedForAndSaid() throws Exception {
        Process other = otherProcess();
        CountDownLatch waiting = new CountDownLatch(1);
        FetchListener listener = new FetchListener() {
            @Override
            public void waiting(Path waitedFor) {
                assertThat(Files.exists(folder.resolve("net/net.pt"))).isFalse();
                waiting.countDown();
                release(other);
            }
        };
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            fetcher(server, listener).fetch(folder, List.of(file));
        } finally {
            other.destroy();
        }
        assertThat(waiting.getCount()).isZero();
        assertThat(other.waitFor(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void lockOfAKilledProcessIsFree() throws Exception {
        Process other = otherProcess();
        assertThat(other.inputReader().readLine()).isEqualTo("locked");
        other.destroyForcibly().waitFor();
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetcher(server, FetchListener.SILENT).fetch(folder, List.of(file));
        }
        assertThat(folder.resolve("net/net.pt")).hasBinaryContent(content);
    }

    private Process otherProcess() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), HoldsTheLock.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void release(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fetcher fetcher(LoopbackServer server, FetchListener listener) {
        return new Fetcher(List.of(Source.mirror(server.address())), Samples.HASTY, listener);
    }

    /** The other process: takes the lock, says so, and keeps it until its input ends. */
    static final class HoldsTheLock {

        private HoldsTheLock() {
        }

        public static void main(String[] folder) {
            Fetcher.holding(Path.of(folder[0]), FetchListener.SILENT, () -> {
                System.out.println("locked");
                try {
                    System.in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
