package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    private final byte[] content = Samples.bytes(40_000, 5);
    private final Sha256 sha256 = Samples.sha256(content);
    private final RemoteFile unchecked = RemoteFile.unchecked("https://models.example/v1/open.pt", "open/open.pt");

    @TempDir
    private Path home;
    @TempDir
    private Path mirror;
    private ModelStore store;
    private Fetcher fetcher;

    @BeforeEach
    void mirrorWithTwoModels() throws IOException {
        Path files = Files.createDirectories(mirror.resolve("models.example/v1"));
        Files.write(files.resolve("net.pt"), content);
        Files.write(files.resolve("open.pt"), content);
        store = new ModelStore(home, new ModelCatalogue(List.of(
                ModelEntry.of("net", "does a thing", "MIT", List.of(Samples.file(content))),
                ModelEntry.of("open", "does another", "MIT", List.of(unchecked)))));
        fetcher = new Fetcher(List.of(Source.mirror(mirror.toString())), Samples.HASTY, FetchListener.SILENT);
    }

    @Test
    void missingModelSaysWhatWhereHowAndFromWhere() {
        assertThatThrownBy(() -> store.require("net")).isInstanceOf(MissingModelException.class)
                .hasMessageContaining(store.path("net").toString())
                .hasMessageContaining("40.0 kB")
                .hasMessageContaining("https://models.example/v1/net.pt")
                .hasMessageContaining("./face-unlock models fetch net")
                .hasMessageContaining("FACE_UNLOCK_MIRROR")
                .hasMessageContaining(" models.example/v1/net.pt");
    }

    @Test
    void askingForAModelFetchesNothing() throws IOException {
        assertThatThrownBy(() -> store.require("net")).isInstanceOf(MissingModelException.class);
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void fetchedModelIsHandedOut() {
        store.fetch("net", Optional.empty(), fetcher);
        assertThat(store.require("net")).isEqualTo(home.resolve("models/net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void fileOfAModelIsFoundByName() {
        store.fetch("net", Optional.empty(), fetcher);
        assertThat(store.require("net", "net.pt")).isEqualTo(store.require("net"));
    }

    @Test
    void fileLaidThereByHandIsSummedAndHandedOut() throws IOException {
        lay(content);
        assertThat(state()).isEqualTo(FileState.UNVERIFIED);
        assertThat(store.require("net")).hasBinaryContent(content);
        assertThat(state()).isEqualTo(FileState.VERIFIED);
    }

    @Test
    void fileCutShortIsRefused() throws IOException {
        lay(Arrays.copyOf(content, 39_999));
        assertThatThrownBy(() -> store.require("net")).isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("expected 40000 bytes, found 39999")
                .hasMessageContaining("models fetch net");
    }

    @Test
    void fileOfOtherBytesIsRefused() throws IOException {
        lay(new byte[40_000]);
        assertThatThrownBy(() -> store.require("net")).isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(sha256.hex());
    }

    @Test
    void fileChangedAfterItWasVerifiedIsSummedAgain() throws IOException {
        store.fetch("net", Optional.empty(), fetcher);
        lay(new byte[40_000]);
        Files.setLastModifiedTime(store.path("net"), FileTime.fromMillis(1_000_000));
        assertThatThrownBy(() -> store.require("net")).isInstanceOf(DamagedModelException.class);
    }

    @Test
    void verifyReadsTheBytesWhateverTheStampSays() throws IOException {
        store.fetch("net", Optional.empty(), fetcher);
        FileTime changed = Files.getLastModifiedTime(store.path("net"));
        lay(new byte[40_000]);
        Files.setLastModifiedTime(store.path("net"), changed);
        assertThat(store.files("net").get(0).verify()).isEqualTo(FileState.WRONG_SHA256);
    }

    @Test
    void startedFetchShowsAsSuch() throws IOException {
        Files.createDirectories(store.path("net").getParent());
        Files.write(store.path("net").resolveSibling("net.pt.part"), new byte[10]);
        assertThat(state()).isEqualTo(FileState.PARTLY_FETCHED);
    }

    @Test
    void modelWithoutChecksumOnRecordNeedsOneFromTheUser() {
        assertThatThrownBy(() -> store.fetch("open", Optional.empty(), fetcher))
                .isInstanceOf(FetchException.class).hasMessageContaining("--sha256 HEX");
    }

    @Test
    void checksumOfTheUserIsRememberedByAnotherStore() {
        store.fetch("open", Optional.of(sha256), fetcher);
        ModelStore later = new ModelStore(home, store.catalogue());
        assertThat(later.files("open").get(0).verify()).isEqualTo(FileState.VERIFIED);
        assertThat(later.require("open")).hasBinaryContent(content);
    }

    @Test
    void wrongChecksumOfTheUserFetchesNothing() {
        assertThatThrownBy(() -> store.fetch("open", Optional.of(Samples.sha256(new byte[1])), fetcher))
                .isInstanceOf(FetchException.class).hasMessageContaining("SHA-256");
        assertThat(store.path("open")).doesNotExist();
    }

    @Test
    void fileWithoutAnyChecksumIsNotHandedOut() throws IOException {
        Files.createDirectories(store.path("open").getParent());
        Files.write(store.path("open"), content);
        assertThat(store.files("open").get(0).state()).isEqualTo(FileState.SHA256_UNKNOWN);
        assertThatThrownBy(() -> store.require("open")).isInstanceOf(DamagedModelException.class);
    }

    @Test
    void checksumAgainstTheRecordIsRefused() {
        assertThatThrownBy(() -> store.fetch("net", Optional.of(Samples.sha256(new byte[1])), fetcher))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sha256.hex());
    }

    @Test
    void unknownModelIsAnErrorThatListsTheKnown() {
        assertThatThrownBy(() -> store.require("nett")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nett").hasMessageContaining("net, open");
    }

    private FileState state() {
        return store.files("net").get(0).state();
    }

    private void lay(byte[] bytes) throws IOException {
        Files.createDirectories(store.path("net").getParent());
        Files.write(store.path("net"), bytes);
    }
}
