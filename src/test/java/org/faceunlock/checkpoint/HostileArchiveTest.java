package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip archives that are not what they seem. */
class HostileArchiveTest {

    private static final byte[] EMPTY_DICT = PickleBytes.start().op("}.").bytes();

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("archive.pt");
    }

    @Test
    void readsTheSoundArchiveThatTheOthersAreMadeFrom() throws IOException {
        Files.write(file, sound());
        assertThat(CheckpointFile.read(file).find("w").orElseThrow().toFloats()).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive/../data.pkl", "/data.pkl", "archive//x", "archive/./x", "archive\\x", "C:/x",
            "a\nb/x"})
    void refusesANameThatIsNoPlainRelativePath(String name) throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT).add(name, new byte[1]);
        }
        assertRefused("no plain relative path");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT).add("archive/data.pkl", EMPTY_DICT);
        }
        assertRefused("is there twice");
    }

    @Test
    void refusesEntriesThatShareBytes() throws IOException {
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT);
            long place = zip.position();
            zip.add("archive/data/0", CrudeCheckpoint.counting(100)).list("archive/data/1", place, 400, 0);
        }
        assertRefused("overlap or lie outside the file");
    }

    @Test
    void refusesAnEntryInsideAnother() throws IOException {
        Path inner = folder.resolve("inner.zip");
        try (StoredZip zip = new StoredZip(inner)) {
            zip.add("archive/data/1", new byte[40]);
        }
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", EMPTY_DICT);
            long place = zip.position() + 30 + "archive/data/0".length();
            zip.add("archive/data/0", Files.readAllBytes(inner)).list("archive/data/1", place, 40, 0);
        }
        assertRefused("overlap or lie outside the file");
    }

    @Test
    void refusesAnEntryThatReachesIntoTheDirectory() throws IOException {
        byte[] bytes = sound();
        int entry = find(bytes, "PK\1\2");
        for (int at : new int[] {entry + 20, entry + 24, 18, 22}) {
            bytes[at + 2] = 1;
        }
        Files.write(file, bytes);
        assertRefused("overlap or lie outside the file");
    }

    @ParameterizedTest
    @CsvSource({"0, 0x51, no local header", "26, 1, checksum"})
    void refusesALocalHeaderThatLeadsElsewhere(int at, String value, String reason) throws IOException {
        Files.write(file, withLocalHeader(at, value));
        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "8, 8", "18, 77", "32, 0x2e"})
    void goesByTheDirectoryWhateverElseALocalHeaderSays(int at, String value) throws IOException {
        Files.write(file, withLocalHeader(at, value));
        assertThat(CheckpointFile.read(file).find("w").orElseThrow().toFloats()).containsExactly(0, 1, 2, 3);
    }

    private byte[] withLocalHeader(int at, String value) throws IOException {
        byte[] bytes = sound();
        int second = find(Arrays.copyOfRange(bytes, 4, bytes.length), "PK\3\4") + 4;
        bytes[second + at] = (byte) (int) Integer.decode(value);
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({"8, 1, encrypted", "10, 8, compressed", "20, 1, another size than its own",
        "0, 0, damaged zip directory", "29, 127, damaged zip directory", "45, 127, no local header", "46, -1, name"})
    void refusesADamagedDirectory(int at, byte value, String reason) throws IOException {
        byte[] bytes = sound();
        bytes[find(bytes, "PK\1\2") + at] = value;
        Files.write(file, bytes);
        assertRefused(reason);
    }

    @ParameterizedTest
    @CsvSource({"8, 9, spread over", "10, 9, spread over", "12, 1, damaged zip directory", "16, 1, no local header",
            "20, 1, does not end",
        "4, 1, spread over"})
    void refusesADamagedEndOfTheDirectory(int at, byte value, String reason) throws IOException {
        byte[] bytes = sound();
        bytes[bytes.length - 22 + at] = value;
        Files.write(file, bytes);
        assertRefused(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 18) + 1, Integer.MAX_VALUE, -1})
    void refusesALargeDirectoryBeforeItIsRead(int size) throws IOException {
        byte[] bytes = sound();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 10, size);
        Files.write(file, bytes);
        assertRefused("expected at most 262144");
    }

    @Test
    void manyNamesOfOneHashCodeAreReadInTime() throws IOException {
        int tensors = 1650;
        PickleBytes pickle = PickleBytes.start().op("}");
        try (StoredZip zip = new StoredZip(file)) {
            for (int i = 0; i < tensors; i++) {
                String key = alike(i);
                zip.add("a/data/" + key, new byte[4]);
                CrudeCheckpoint.tensor(pickle.text("w" + i), p -> CheckpointWriter.storage(p, DType.FLOAT32, key, 1,
                        CheckpointWriter.Format.ZIP), 0, new long[] {1}, new long[] {1}).op("s");
            }
            zip.add("a/data.pkl", pickle.op(".").bytes());
        }
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        assertThat(CheckpointFile.read(file).names()).hasSize(tensors);
        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesBytesBehindTheArchive() throws IOException {
        byte[] bytes = sound();
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused("does not end as one");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] bytes = sound();
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive/data/0", "archive/data.pkl"})
    void refusesADamagedEntry(String name) throws IOException {
        byte[] bytes = sound();
        bytes[find(bytes, name) + name.length() + 5] ^= 1;
        Files.write(file, bytes);
        assertRefused("checksum");
    }

    @Test
    void refusesCompressedEntries() throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(EMPTY_DICT);
        }
        assertRefused("compressed");
    }

    /** "Aa" and "BB" have one hash code in Java, and so have all texts made of thirteen of them. */
    private static String alike(int bits) {
        return IntStream.range(0, 13).mapToObj(i -> (bits >> i & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining());
    }

    private byte[] sound() throws IOException {
        byte[] pickle = CrudeCheckpoint.tensor(PickleBytes.start().op("}").text("w"), 4, 0, new long[] {4},
                new long[] {1}).op("s.").bytes();
        return Files.readAllBytes(CrudeCheckpoint.zip(folder, pickle, 4));
    }

    private void assertRefused(String reason) {
        Throwable refusal = assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> catchThrowable(() -> CheckpointFile.read(file)));
        assertThat(refusal).isInstanceOf(CheckpointException.class).hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    private static int find(byte[] bytes, String text) {
        byte[] wanted = CrudeCheckpoint.ascii(text);
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("no " + text);
    }
}
