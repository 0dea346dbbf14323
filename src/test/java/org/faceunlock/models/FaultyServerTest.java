package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and disks that fail: never a bad file under the good name, and the reason is told. */
class FaultyServerTest {

    private final byte[] content = Samples.bytes(3 << 20, 15);
    private final RemoteFile file = Samples.file(content);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 502, 503})
    void aStatusThatStaysIsToldAndLeavesNoFile(int status) {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(status))) {
            assertRefused(server, folder, String.valueOf(status));
        }
    }

    @Test
    void aWebPageInPlaceOfTheFileIsRefused() {
        byte[] page = "<!DOCTYPE html><html>please sign in".getBytes(StandardCharsets.UTF_8);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withoutRanges(page))) {
            assertRefused(server, folder, "expected " + content.length);
        }
        byte[] padded = Arrays.copyOf(page, content.length);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.chunked(padded))) {
            assertRefused(server, folder, "SHA-256");
        }
    }

    @Test
    void aServerThatStopsAnywhereIsGoneOnWithFromThere() {
        Random random = new Random(15);
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            int from = LoopbackServer.from(exchange);
            int piece = (1 << 20) + random.nextInt(1 << 18); // a megabyte counts as progress
            int to = Math.min(content.length, from + piece);
            if (from > 0) {
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes %s-%s/%s".formatted(from, content.length - 1, content.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            exchange.getResponseBody().write(content, from, to - from);
        })) {
            fetch(server, folder);
            assertThat(server.ranges()).hasSizeGreaterThan(2);
        }
        assertThat(folder.resolve("net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void aFullDiskIsToldAndLeavesNoFile() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()),
                "skipped: this user may not mount a small disk");
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            assertRefused(server, folder, "No space left on device");
        } finally {
            run("umount", folder.toString());
        }
    }

    private void assertRefused(LoopbackServer server, Path into, String reason) {
        assertThatThrownBy(() -> fetch(server, into)).isInstanceOf(FetchException.class).hasMessageContaining(reason);
        assertThat(Files.exists(into.resolve("net/net.pt"))).as("a file under the good name").isFalse();
    }

    private void fetch(LoopbackServer server, Path into) {
        new Fetcher(List.of(Source.mirror(server.address())), Samples.HASTY, FetchListener.SILENT)
                .fetch(into, List.of(file));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
