package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound zip archives that hold something else than torch.save puts into one. */
class ForeignArchiveTest {

    private static final byte[] EMPTY_DICT = PickleBytes.start().op("}.").bytes();

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("archive.pt");
    }

    @Test
    void refusesTwoFoldersWithAPickle() throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("a/data.pkl", EMPTY_DICT).add("b/data.pkl", EMPTY_DICT);
        }
        assertRefused("not of one folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.pkl", "archive/model.pkl", "archive/sub/data.pkl"})
    void refusesAnArchiveWithoutAPickleInItsFolder(String name) throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add(name, EMPTY_DICT);
        }
        assertRefused("not of one folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"big", "", "little\n", "a byte order that goes on and on"})
    void refusesAnotherByteOrder(String order) throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT).add("archive/byteorder", CrudeCheckpoint.ascii(order));
        }
        assertRefused("byteorder");
    }

    @Test
    void refusesAPickleOfMoreThan16Megabytes() throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", new byte[(16 << 20) + 1]);
        }
        assertRefused("expected at most 16777216");
    }

    @Test
    void saysThatATorchScriptProgramIsNone() throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT).add("archive/constants.pkl", EMPTY_DICT);
        }
        assertRefused("TorchScript");
    }

    private void assertRefused(String reason) {
        assertThat(catchThrowable(() -> CheckpointFile.read(file))).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(reason);
    }
}
