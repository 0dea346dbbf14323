package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the old format that lie about their parts, and files of both formats with random damage. */
class HostileLegacyTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheSoundFileThatTheOthersAreMadeFrom() throws IOException {
        Path file = file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(1), numbers(4),
                new byte[0]);
        assertThat(CheckpointFile.read(file).find("w").orElseThrow().toFloats()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void refusesABigEndianMachine() throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(false), state(), CheckpointWriter.keys(1), numbers(4)),
                "little-endian");
    }

    @Test
    void refusesAnotherMagicNumber() throws IOException {
        assertRefused(file(PickleBytes.start().number(1L << 40).op(".").bytes(), state()), "magic number");
    }

    @Test
    void refusesAStorageThatIsNotListed() throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(0)),
                "is not in the file");
    }

    @Test
    void refusesAStorageThatNobodyNames() throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(2), numbers(4),
                numbers(4)),
                "does not name");
    }

    @Test
    void refusesAStorageListedTwice() throws IOException {
        byte[] twice = PickleBytes.start().op("](").text("0").text("0").op("e.").bytes();
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), twice, numbers(4), numbers(4)), "twice");
    }

    @Test
    void refusesAKeyListThatIsADict() throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), PickleBytes.start().op("}.").bytes(),
                numbers(4)),
                "no list of storage keys");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32 | 4})
    void refusesACountThatDiffersFromTheStateDict(long count) throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(1),
                PickleBytes.little(Long.BYTES, count), CrudeCheckpoint.counting(4)), "the state dict says 4 numbers");
    }

    @Test
    void refusesBytesBehindTheLastStorage() throws IOException {
        assertRefused(file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(1), numbers(4),
                new byte[3]),
                "3 bytes behind");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] bytes = Files.readAllBytes(
                file(CheckpointWriter.legacyHeader(true), state(), CheckpointWriter.keys(1), numbers(4)));
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(file(Arrays.copyOf(bytes, length)), "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsOrRefusesWhateverIsDamagedAtRandom(CheckpointWriter.Format format) throws IOException {
        long seed = 20261121 + format.ordinal();
        System.out.println("HostileLegacyTest seed " + seed);
        Random random = new Random(seed);
        byte[] sound = Files.readAllBytes(format == CheckpointWriter.Format.ZIP
                ? CrudeCheckpoint.zip(folder, state(), 4) : CrudeCheckpoint.legacy(folder, state(), 4));
        Path file = folder.resolve("damaged.pt");
        int refused = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            Throwable thrown = catchThrowable(() -> CheckpointFile.read(file));
            if (thrown != null) {
                refused++;
                assertThat(thrown).as("round " + round).isInstanceOf(CheckpointException.class);
            }
        }
        assertThat(refused).isBetween(750, 1499);
    }

    private static byte[] state() {
        return CrudeCheckpoint.tensor(PickleBytes.start().op("}").text("w"), 4, 0, new long[] {4}, new long[] {1})
                .op("s.").bytes();
    }

    private static byte[] numbers(int count) {
        return new PickleBytes().raw(PickleBytes.little(Long.BYTES, count)).raw(CrudeCheckpoint.counting(count))
                .bytes();
    }

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return Files.write(folder.resolve("legacy.pt"), bytes.toByteArray());
    }

    private static void assertRefused(Path file, String reason) {
        assertThat(catchThrowable(() -> CheckpointFile.read(file))).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(reason);
    }
}
