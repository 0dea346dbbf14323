package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that fetch are killed at random moments: never a bad file under the good name, and the next goes on. */
class KilledFetchTest {

    private static final int BYTES = 4 << 20;
    private static final int PIECE = 1 << 14;

    private final byte[] content = Samples.bytes(BYTES, 15);
    private final RemoteFile file = Samples.file(content);
    private final AtomicInteger piecesUntilTheKill = new AtomicInteger();
    private volatile CountDownLatch kill = new CountDownLatch(0);

    @TempDir
    private Path folder;

    @Test
    void afterFiveKilledProcessesTheFileIsThereOnceAndRight() throws Exception {
        kill(5, 15);
    }

    @Test
    @Tag("soak")
    void afterFiftyKilledProcessesTheFileIsThereOnceAndRight() throws Exception {
        kill(50, new Random().nextLong());
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        Path target = folder.resolve("net/net.pt");
        int resumed = 0;
        try (LoopbackServer server = new LoopbackServer(this::serveSlowly)) {
            for (int i = 0; i < times; i++) {
                int before = server.ranges().size();
                piecesUntilTheKill.set(1 + random.nextInt(BYTES / PIECE / 2));
                kill = new CountDownLatch(1);
                Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), Fetches.class.getName(), server.address(),
                        folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
                assertThat(kill.await(1, TimeUnit.MINUTES)).as("asked for the file").isTrue();
                process.destroyForcibly().waitFor();
                resumed += (int) server.ranges().stream().skip(before).filter(range -> range.isPresent()).count();
                if (Files.exists(target)) {
                    assertThat(target).as("seed %s, kill %s", seed, i).hasBinaryContent(content);
                    Files.delete(target);
                }
            }
            new Fetcher(List.of(Source.mirror(server.address())), Samples.HASTY, FetchListener.SILENT)
                    .fetch(folder, List.of(file));
        }
        assertThat(target).hasBinaryContent(content);
        System.out.println("KilledFetchTest seed %s: %s kills, %s downloads went on where another was killed".formatted(
                seed, times, resumed));
    }

    private void serveSlowly(HttpExchange exchange) throws IOException {
        int from = LoopbackServer.from(exchange);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes %s-%s/%s".formatted(from, BYTES - 1, BYTES));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, BYTES - from);
        OutputStream body = exchange.getResponseBody();
        for (int at = from; at < BYTES; at += PIECE) {
            body.write(content, at, Math.min(PIECE, BYTES - at));
            body.flush();
            if (piecesUntilTheKill.decrementAndGet() <= 0) {
                kill.countDown();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2)); // a slow line
        }
        kill.countDown();
    }

    /** The other process. */
    static final class Fetches {

        private Fetches() {
        }

        public static void main(String[] arguments) {
            RemoteFile wanted = Samples.file(Samples.bytes(BYTES, 15));
            new Fetcher(List.of(Source.mirror(arguments[0])), Samples.HASTY, FetchListener.SILENT)
                    .fetch(Path.of(arguments[1]), List.of(wanted));
        }
    }
}
