package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void newContentsReplaceTheOldAndLeaveNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        AtomicFile.write(file, part -> Files.writeString(part, "new"));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void failedWriteLeavesTheOldFileAndNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, part -> {
            Files.writeString(part, "half");
            throw new IOException("disk full");
        })).hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void missingFoldersAreMade() throws IOException {
        assertThat(AtomicFile.write(folder.resolve("b/c/a.txt"), part -> Files.writeString(part, "new"))).exists();
    }

    @Test
    void folderMayBeALink() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        AtomicFile.write(folder.resolve("link/a.txt"), part -> Files.writeString(part, "new"));
        assertThat(folder.resolve("real/a.txt")).hasContent("new");
    }

    @Test
    void fileSystemsWithoutAnAtomicMoveReplaceTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        try (FileSystem other = FileSystems.newFileSystem(folder.resolve("b.zip"), Map.of("create", "true"))) {
            AtomicFile.move(Files.writeString(other.getPath("part"), "new"), file);
        }
        assertThat(file).hasContent("new");
    }

    @Test
    void rootIsNoFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> AtomicFile.write(folder.getRoot(), part -> { }))
                .withMessageContaining("file:");
    }
}
