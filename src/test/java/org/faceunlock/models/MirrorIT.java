package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published files themselves, from the mirror beside the checkout. */
class MirrorIT {

    private static final Path MIRROR = Path.of("../shared/mirror");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheMirror() {
        assumeTrue(Files.isDirectory(MIRROR), "skipped: no " + MIRROR + " beside the checkout");
    }

    @Test
    void mtcnnOfTheMirrorHasThePublishedChecksums() {
        ModelStore store = new ModelStore(folder, ModelCatalogue.published());
        store.fetch("mtcnn", Optional.empty(), fetcher());
        assertThat(store.files("mtcnn")).extracting(StoredFile::verify)
                .containsExactly(FileState.VERIFIED, FileState.VERIFIED, FileState.VERIFIED);
    }

    @Test
    void photosOfTheMirrorHaveThePublishedChecksums() {
        fetcher().fetch(folder, ArticlePhotos.files());
        assertThat(ArticlePhotos.files()).allSatisfy(photo ->
                assertThat(Sha256.of(folder.resolve(photo.path()))).isEqualTo(photo.sha256().orElseThrow()));
    }

    private static Fetcher fetcher() {
        return new Fetcher(List.of(Source.mirror(MIRROR.toString())), FetchListener.SILENT);
    }
}
