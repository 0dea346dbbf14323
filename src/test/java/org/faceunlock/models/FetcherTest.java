package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {

    private final byte[] content = Samples.bytes(300_000, 7);
    private final RemoteFile file = Samples.file(content);

    @TempDir
    private Path folder;
    private Path target;
    private Path part;

    @BeforeEach
    void places() throws IOException {
        target = folder.resolve("net/net.pt");
        part = folder.resolve("net/net.pt.part");
        Files.createDirectories(target.getParent());
    }

    @Test
    void fetchedFileHasTheServedBytesAndLeavesNoPart() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
        }
        assertThat(target).hasBinaryContent(content);
        assertThat(part).doesNotExist();
    }

    @Test
    void keptPartIsResumedFromItsEnd() throws IOException {
        Files.write(part, Arrays.copyOf(content, 100_000));
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
            assertThat(server.ranges()).containsExactly(Optional.of("bytes=100000-"));
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void serverWithoutRangesStartsAnew() throws IOException {
        Files.write(part, Arrays.copyOf(content, 100_000));
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withoutRanges(content))) {
            fetch(server, file);
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void partOfAnotherFileIsGivenUpAndFetchedFromTheFirstByte() throws IOException {
        Files.write(part, new byte[100_000]);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
            assertThat(server.ranges()).containsExactly(Optional.of("bytes=100000-"), Optional.empty());
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void completePartIsPutInPlaceWithoutAskingTheServer() throws IOException {
        Files.write(part, content);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
            assertThat(server.ranges()).isEmpty();
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void partLongerThanTheFileStartsAnew() throws IOException {
        Files.write(part, new byte[content.length + 1]);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void partThatFillsAFileOfUnknownSizeStartsAnewWhenTheRangeIsRefused() throws IOException {
        Files.write(part, new byte[content.length]);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, Samples.fileOfUnknownSize(content));
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void wrongBytesOfTheRightLengthAreRefusedAndNothingIsKept() {
        byte[] other = content.clone();
        other[12_345] ^= 1;
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(other))) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining(Samples.sha256(content).hex())
                    .hasMessageContaining(Samples.sha256(other).hex());
        }
        assertThat(target).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void cutConnectionsAreResumedUntilTheFileIsComplete() {
        LoopbackServer.Answer cut = exchange -> {
            int from = LoopbackServer.from(exchange);
            int count = Math.min(120_000, content.length - from);
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            exchange.sendResponseHeaders(206, content.length - from);
            exchange.getResponseBody().write(content, from, count);
            exchange.getResponseBody().flush();
        };
        try (LoopbackServer server = new LoopbackServer(cut)) {
            fetch(server, file);
            assertThat(server.ranges().size()).isGreaterThan(1);
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void fileThatStaysTruncatedIsGivenUpAndItsPartIsKept() throws IOException {
        byte[] half = Arrays.copyOf(content, 150_000);
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            if (LoopbackServer.from(exchange) > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                LoopbackServer.chunked(half).give(exchange);
            }
        })) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("503").hasMessageContaining("tried 4 times");
        }
        assertThat(target).doesNotExist();
        assertThat(part).hasBinaryContent(half);
    }

    @Test
    void moreBytesThanExpectedAreRefusedWithoutTakingThem() {
        try (LoopbackServer server = new LoopbackServer(
                LoopbackServer.chunked(Arrays.copyOf(content, content.length + 200_000)))) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("more than the expected 300000 bytes");
        }
        assertThat(target).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void announcedSizeOtherThanTheExpectedIsRefusedBeforeAnyByte() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withoutRanges(new byte[299_999]))) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("expected 300000").hasMessageContaining("announces 299999");
        }
        assertThat(part).doesNotExist();
    }

    @Test
    void notFoundIsAnErrorAtOnce() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(404))) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("answers 404").hasMessageContaining("/models.example/v1/net.pt");
            assertThat(server.ranges()).hasSize(1);
        }
    }

    @Test
    void troubleOfTheServerThatPassesIsWaitedFor() {
        AtomicInteger requests = new AtomicInteger();
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            if (requests.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                LoopbackServer.withRanges(content).give(exchange);
            }
        })) {
            fetch(server, file);
        }
        assertThat(requests).hasValue(3);
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void nobodyListeningIsGivenUpAfterTheSetNumberOfTries() {
        String address;
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(404))) {
            address = server.address();
        }
        assertThatThrownBy(() -> new Fetcher(List.of(Source.mirror(address)), Samples.HASTY, FetchListener.SILENT)
                .fetch(folder, List.of(file)))
                .isInstanceOf(FetchException.class).hasMessageContaining("tried 4 times");
        assertThat(part).doesNotExist();
    }

    @Test
    void serverThatFallsSilentIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.getResponseBody().flush();
            await(over);
        })) {
            Source impatient = new WebSource(server.address() + "/", Duration.ofMillis(200));
            assertThatThrownBy(() -> new Fetcher(List.of(impatient), Samples.HASTY, FetchListener.SILENT)
                    .fetch(folder, List.of(file)))
                    .isInstanceOf(FetchException.class).hasMessageContaining("nothing arrived for 0.2 s");
        } finally {
            over.countDown();
        }
    }

    @Test
    void redirectWithinTheMirrorIsFollowed() {
        try (LoopbackServer server = new LoopbackServer(exchange -> {
            if (exchange.getRequestURI().getPath().startsWith("/moved")) {
                LoopbackServer.withRanges(content).give(exchange);
            } else {
                LoopbackServer.redirect("/moved/net.pt").give(exchange);
            }
        })) {
            fetch(server, file);
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void redirectFromHttpsToHttpIsRefused() throws Exception {
        SSLContext usual = SSLContext.getDefault();
        SSLContext.setDefault(LoopbackServer.certified(folder));
        try (LoopbackServer plain = new LoopbackServer(LoopbackServer.withRanges(content));
                LoopbackServer secure = new LoopbackServer(exchange -> {
                    if (exchange.getRequestURI().getPath().startsWith("/safe")) {
                        LoopbackServer.redirect("/models.example/v1/net.pt").give(exchange);
                    } else {
                        LoopbackServer.redirect(plain.address() + "/net.pt").give(exchange);
                    }
                }, SSLContext.getDefault())) {
            assertThatThrownBy(() -> new Fetcher(List.of(Source.mirror(secure.address() + "/safe")), Samples.HASTY,
                    FetchListener.SILENT).fetch(folder, List.of(file))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("answers 302").hasMessageContaining(plain.address() + "/net.pt")
                    .hasMessageContaining("refused");
            assertThat(secure.ranges()).hasSize(2);
            assertThat(plain.ranges()).isEmpty();
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void redirectInACircleIsGivenUp() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.redirect("/again"))) {
            assertThatThrownBy(() -> fetch(server, file)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("answers 302").hasMessageContaining("after the fifth");
            assertThat(server.ranges()).hasSizeBetween(5, 6);
        }
    }

    @Test
    void rightFileInPlaceIsLeftAlone() throws IOException {
        Files.write(target, content);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(404))) {
            fetch(server, file);
            assertThat(server.ranges()).isEmpty();
        }
    }

    @Test
    void damagedFileInPlaceIsReplaced() throws IOException {
        Files.write(target, new byte[content.length]);
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            fetch(server, file);
        }
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void fileWithoutAChecksumOnRecordIsNotFetched() {
        RemoteFile unchecked = RemoteFile.unchecked("https://models.example/v1/net.pt", "net/net.pt");
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(content))) {
            assertThatThrownBy(() -> fetch(server, unchecked)).isInstanceOf(FetchException.class)
                    .hasMessageContaining("--sha256");
            assertThat(server.ranges()).isEmpty();
        }
    }

    @Test
    void folderThatCannotBeMadeIsAnErrorThatNamesIt() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> new Fetcher(List.of(Source.mirror(folder.toString())), Samples.HASTY,
                FetchListener.SILENT).fetch(inTheWay.resolve("store"), List.of(file)))
                .isInstanceOf(FetchException.class).hasMessageContaining(inTheWay.toString());
    }

    private void fetch(LoopbackServer server, RemoteFile wanted) {
        new Fetcher(List.of(Source.mirror(server.address())), Samples.HASTY, FetchListener.SILENT)
                .fetch(folder, List.of(wanted));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
