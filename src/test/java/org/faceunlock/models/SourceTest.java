package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    private final byte[] content = Samples.bytes(50_000, 3);
    private final RemoteFile file = Samples.file(content);

    @TempDir
    private Path mirror;
    @TempDir
    private Path store;

    @Test
    void folderMirrorHasFilesAtHostAndPath() throws IOException {
        putInMirror(content);
        fetch(Source.mirror(mirror.toString()));
        assertThat(store.resolve("net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void fileAddressNamesAFolderMirror() throws IOException {
        putInMirror(content);
        fetch(Source.mirror(mirror.toUri().toString()));
        assertThat(store.resolve("net/net.pt")).hasBinaryContent(content);
    }

    @Test
    void folderMirrorIsCheckedLikeTheWeb() throws IOException {
        putInMirror(new byte[content.length]);
        assertThatThrownBy(() -> fetch(Source.mirror(mirror.toString())))
                .isInstanceOf(FetchException.class).hasMessageContaining("SHA-256");
        assertThat(store.resolve("net/net.pt")).doesNotExist();
    }

    @Test
    void folderMirrorOfAnotherSizeIsRefused() throws IOException {
        putInMirror(Arrays.copyOf(content, 49_000));
        assertThatThrownBy(() -> fetch(Source.mirror(mirror.toString())))
                .isInstanceOf(FetchException.class).hasMessageContaining("49000");
    }

    @Test
    void folderMirrorWithoutTheFileSaysWhereItBelongs() {
        assertThatThrownBy(() -> fetch(Source.mirror(mirror.toString())))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(mirror.resolve("models.example/v1/net.pt").toString())
                .hasMessageContaining(Source.VARIABLE);
    }

    @Test
    void folderMirrorStartsWhereItIsAsked() throws IOException {
        putInMirror(content);
        try (Source.Opened opened = Source.mirror(mirror.toString()).open(file, 20_000)) {
            assertThat(opened.from()).isEqualTo(20_000);
            assertThat(opened.total()).isEqualTo(OptionalLong.of(50_000));
            assertThat(opened.body().readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 20_000, 50_000));
        }
    }

    @Test
    void mirrorThatIsNoFolderIsRefusedByName() {
        assertThatThrownBy(() -> Source.mirror(mirror.resolve("absent").toString()))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(Source.VARIABLE).hasMessageContaining("absent");
    }

    @Test
    void addressMirrorStandsInPlaceOfHttps() {
        assertThat(Source.mirror("http://mirror.example/deep").place(file))
                .isEqualTo("http://mirror.example/deep/models.example/v1/net.pt");
    }

    @Test
    void webSourceAsksThePublisher() {
        assertThat(new WebSource().place(file)).isEqualTo(file.origin().toString());
    }

    @Test
    void contentRangeIsRead() {
        assertThat(WebSource.ContentRange.of("bytes 100-299/300"))
                .isEqualTo(new WebSource.ContentRange(100, OptionalLong.of(300)));
    }

    @Test
    void contentRangeOfUnknownSizeIsRead() {
        assertThat(WebSource.ContentRange.of("bytes 100-299/*"))
                .isEqualTo(new WebSource.ContentRange(100, OptionalLong.empty()));
    }

    @Test
    void unreadableContentRangeStartsNowhere() {
        assertThat(WebSource.ContentRange.of("lines 1-2").from()).isEqualTo(-1);
    }

    private void putInMirror(byte[] bytes) throws IOException {
        Path place = mirror.resolve("models.example/v1/net.pt");
        Files.createDirectories(place.getParent());
        Files.write(place, bytes);
    }

    private void fetch(Source source) {
        new Fetcher(List.of(source), Samples.HASTY, FetchListener.SILENT).fetch(store, List.of(file));
    }
}
