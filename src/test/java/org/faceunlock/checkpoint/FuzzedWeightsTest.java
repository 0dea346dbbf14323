package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import org.faceunlock.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weight files damaged at random: refused by file and reason, or loaded right; soon, and with little memory. */
class FuzzedWeightsTest {

    private static final int QUICK = 2_000;
    private static final int SOAK = 100_000;
    private static final long SEED = 20261125;
    private static final long SLOWEST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 32 << 20;

    @TempDir
    private Path folder;

    private enum Target {
        /** What loads must equal what was saved, but where the damage put 0 for a checksum, which means none. */
        ZIP,
        /** A damaged pickle in a sound archive: no checksum stands in the way of the unpickler. */
        ZIP_PICKLE,
        LEGACY,
        TFJS_MANIFEST,
        TFJS_NUMBERS
    }

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreRefusedOrLoadedRight(Target target) throws IOException {
        fuzz(target, QUICK, SEED);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void aHundredThousandDamagedFilesAreRefusedOrLoadedRight(Target target) throws IOException {
        fuzz(target, SOAK, new Random().nextLong());
    }

    @Test
    void theUndamagedFilesAreLoaded() throws IOException {
        for (Target target : Target.values()) {
            assertThat(read(target, original(target)).names()).as(target.name()).isNotEmpty();
        }
    }

    private void fuzz(Target target, int inputs, long seed) throws IOException {
        Mutations mutations = new Mutations(seed);
        byte[] original = original(target);
        StateDict sound = read(target, original);
        Predicate<StateDict> right =
                target == Target.ZIP ? loaded -> same(loaded, sound) || lacksAChecksum() && consistent(loaded)
                        : FuzzedWeightsTest::consistent;
        int refused = 0;
        long slowest = 0;
        long most = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] damaged = mutations.of(original);
            String input = "%s, seed %s, input %s".formatted(target, seed, i);
            Path file = write(target, damaged);
            long start = System.nanoTime();
            long before = Allocation.bytes();
            Optional<StateDict> loaded = loadedOrRefused(target, file, input);
            most = Math.max(most, Allocation.bytes() - before);
            slowest = Math.max(slowest, System.nanoTime() - start);
            refused += loaded.isEmpty() ? 1 : 0;
            assertThat(loaded).as(input).matches(states -> states.isEmpty() || right.test(states.get()));
        }
        System.out.println("FuzzedWeightsTest %s seed %s: %s inputs, %s refused, slowest %s ms, most %s kB".formatted(
                target, seed, inputs, refused, slowest / 1_000_000, most >> 10));
        assertThat(refused).as("refused").isGreaterThan(inputs / 10);
        assertThat(slowest).as("slowest, ns").isLessThan(SLOWEST_NANOS);
        assertThat(most).as("most bytes set aside for one").isLessThan(MOST_BYTES);
    }

    private Optional<StateDict> loadedOrRefused(Target target, Path file, String input) {
        try {
            return Optional.of(read(target, file));
        } catch (CheckpointException e) {
            assertThat(e.getMessage()).as(input).contains(folder.toString()).doesNotContain("\n");
            return Optional.empty();
        }
    }

    private boolean lacksAChecksum() {
        try (ZipFile zip = new ZipFile(folder.resolve("damaged.pt").toFile())) {
            return zip.stream().anyMatch(entry -> entry.getCrc() == 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean consistent(StateDict states) {
        return states.tensors().values().stream().allMatch(tensor -> tensor.size()
                == Arrays.stream(tensor.shape()).asLongStream().reduce(1, Math::multiplyExact));
    }

    private static boolean same(StateDict one, StateDict other) {
        return one.names().equals(other.names()) && one.names().stream().allMatch(name -> {
            StateTensor a = one.find(name).orElseThrow();
            StateTensor b = other.find(name).orElseThrow();
            return a.type() == b.type() && Arrays.equals(a.shape(), b.shape()) && a.bytes().equals(b.bytes());
        });
    }

    private byte[] original(Target target) throws IOException {
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        tensors.put("conv.weight", StateTensor.of(new float[24], 2, 3, 2, 2));
        tensors.put("conv.bias", StateTensor.of(new float[] {1, -2}, 2));
        tensors.put("half.weight", StateTensor.of(new float[] {1, 2, 3}, 3).to(DType.FLOAT16));
        StateDict states = new StateDict("sample", tensors);
        return switch (target) {
            case ZIP -> written(states, CheckpointWriter.Format.ZIP);
            case LEGACY -> written(states, CheckpointWriter.Format.LEGACY);
            case ZIP_PICKLE -> PickleBytes.start().orderedDict().op("(").text("w")
                    .raw(CrudeCheckpoint.tensor(new PickleBytes(), 6, 0, new long[] {2, 3}, new long[] {3, 1}).bytes())
                    .text("t")
                    .raw(CrudeCheckpoint.tensor(new PickleBytes(), 6, 0, new long[] {3, 2}, new long[] {1, 3}).bytes())
                    .op("u.").bytes();
            case TFJS_MANIFEST -> """
                    [{"paths":["numbers.bin"],"weights":[{"name":"a/conv/filters","shape":[1,2,2,3],"dtype":"float32",\
                    "quantization":{"dtype":"uint8","scale":0.5,"min":-1.25}},\
                    {"name":"fc","shape":[3,2],"dtype":"float32","quantization":{"dtype":"uint8","scale":1,"min":0}}]}]
                    """.getBytes(StandardCharsets.UTF_8);
            case TFJS_NUMBERS -> new byte[18];
        };
    }

    private byte[] written(StateDict states, CheckpointWriter.Format format) throws IOException {
        Path file = folder.resolve("sound.pt");
        CheckpointWriter.write(states, format, file);
        return Files.readAllBytes(file);
    }

    private StateDict read(Target target, byte[] file) throws IOException {
        return read(target, write(target, file));
    }

    private Path write(Target target, byte[] bytes) throws IOException {
        return switch (target) {
            case ZIP, LEGACY -> Files.write(folder.resolve("damaged.pt"), bytes);
            case ZIP_PICKLE -> CrudeCheckpoint.zip(folder, bytes, 6);
            case TFJS_MANIFEST -> {
                Files.write(folder.resolve("numbers.bin"), new byte[18]);
                yield Files.write(folder.resolve("manifest.json"), bytes);
            }
            case TFJS_NUMBERS -> {
                Files.write(folder.resolve("manifest.json"), original(Target.TFJS_MANIFEST));
                yield Files.write(folder.resolve("numbers.bin"), bytes);
            }
        };
    }

    private StateDict read(Target target, Path file) {
        return switch (target) {
            case ZIP, LEGACY, ZIP_PICKLE -> CheckpointFile.read(file);
            case TFJS_MANIFEST, TFJS_NUMBERS ->
                TfjsCheckpoint.read(folder.resolve("manifest.json"), folder.resolve("numbers.bin"));
        };
    }
}
