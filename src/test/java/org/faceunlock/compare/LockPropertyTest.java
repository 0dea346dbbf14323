package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock opens to one thing only, and to nothing else that a photo, a detector or an embedder may do. */
class LockPropertyTest {

    private static final double[] ODD = {-1, -0.0, 0, Double.MIN_VALUE, 1, Math.nextDown(1), Math.nextUp(-1)};

    @Test
    void itOpensExactlyToASimilarityThatReachesTheThreshold() {
        Random random = new Random(15);
        int open = 0;
        for (int i = 0; i < 20_000; i++) {
            double similarity = number(random);
            Threshold threshold = Threshold.cosine(random.nextInt(4) == 0 ? similarity : number(random));
            Decision decision = measured(similarity).decide(threshold);
            assertThat(decision.unlocked()).isEqualTo(similarity >= threshold.value());
            assertThat(decision.unlocked()).isEqualTo(decision.reason() == Reason.MATCH);
            open += decision.unlocked() ? 1 : 0;
        }
        assertThat(open).isBetween(1_000, 19_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"MATCH", "NON_MATCH"})
    void everyRejectionIsLockedAtEveryThreshold(Reason reason) {
        Measurement measurement = Measurement.notComparable(Optional.empty(), new Rejection(reason, "because"));
        for (double threshold : ODD) {
            assertThat(measurement.decide(Threshold.cosine(threshold)).outcome()).isEqualTo(Outcome.LOCKED);
        }
    }

    @Test
    void everyStatusButAFaceIsLocked() {
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        for (FaceStatus status : EnumSet.complementOf(EnumSet.of(FaceStatus.FACE))) {
            FaceUnlock unlock = lock(photo -> FaceOutcome.without(status, List.of(), ""), new Photos().embedder());
            Decision decision = unlock.attempt(Photos.face(0));
            assertThat(decision.outcome()).as(status.name()).isEqualTo(Outcome.LOCKED);
            seen.add(decision.reason());
        }
        assertThat(seen).hasSize(FaceStatus.values().length - 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.0000001, -1.1})
    void whatIsNoCosineIsNoSimilarityAndNoThreshold(double number) {
        assertThatThrownBy(() -> measured(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Threshold.cosine(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0})
    void anEmbeddingWithoutDirectionIsLockedByEveryRule(float number) {
        for (ScoreFusion rule : List.of(ScoreFusion.MEAN, ScoreFusion.MAX, ScoreFusion.topK(2))) {
            CropEmbedder embedder = crops -> crops.stream().map(crop -> Embedding.of(number, 0, 0)).toList();
            FaceUnlock unlock = FaceUnlock.using(Photos.FINDER, embedder).with(rule)
                    .enrol(Faces.of(Embedding.of(1, 0, 0), Embedding.of(0.9f, 0.1f, 0)), Threshold.cosine(-1));
            assertThat(unlock.attempt(Photos.face(0)).reason()).isEqualTo(Reason.INVALID_EMBEDDING);
        }
    }

    @Test
    void noFailureOfAPartEndsInAnOpenLock() {
        List<Supplier<Throwable>> failures = List.of(() -> new IllegalStateException("broken"),
                () -> new NullPointerException("broken"), () -> new OutOfMemoryError("broken"),
                () -> new StackOverflowError("broken"), () -> new IndexOutOfBoundsException("broken"));
        for (Supplier<Throwable> failure : failures) {
            assertNeverOpen(lock(photo -> fail(failure), new Photos().embedder()));
            assertNeverOpen(lock(Photos.FINDER, crops -> fail(failure)));
        }
        assertNeverOpen(lock(photo -> null, new Photos().embedder()));
        assertNeverOpen(lock(Photos.FINDER, crops -> null));
        assertNeverOpen(lock(Photos.FINDER, crops -> List.of()));
        assertNeverOpen(lock(Photos.FINDER, crops -> Arrays.asList((Embedding) null)));
        assertNeverOpen(lock(Photos.FINDER, crops -> List.of(Embedding.of(1, 0))));
        assertNeverOpen(lock(Photos.FINDER, crops -> List.of(Embedding.of(1, 0, 0), Embedding.of(1, 0, 0))));
    }

    @Test
    void noBytesOpenItThatAreNoPhoto(@TempDir Path folder) throws IOException {
        FaceUnlock unlock = lock(photo -> Photos.FINDER.find(Photos.face(0)), new Photos().embedder());
        Random random = new Random(15);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(unlock.attempt(bytes, "upload").outcome()).isEqualTo(Outcome.LOCKED);
            assertThat(unlock.attempt(Files.write(folder.resolve("a.jpg"), bytes)).outcome()).isEqualTo(Outcome.LOCKED);
        }
    }

    /** A threshold is compared with a similarity in {@link Threshold#accepts} and nowhere else in what decides. */
    @Test
    void theComparisonIsWrittenOnce() throws IOException {
        Pattern comparison = Pattern.compile("(?i)(threshold|least)\\w*(\\(\\))?(\\.value\\(\\))?\\s[<>]=?\\s"
                + "|\\s[<>]=?\\s*(this\\.)?(threshold|least)\\w*|similarity(\\(\\))?\\s*>=|>=\\s*value"
                + "|margin\\(\\)\\s*>=");
        List<String> found = new ArrayList<>();
        for (String room : List.of("compare", "cli", "notebook", "embed")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/faceunlock", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.readString(file).lines().map(String::strip)
                            .filter(line -> !line.startsWith("*") && !line.startsWith("/*") && !line.startsWith("//"))
                            .filter(line -> comparison.matcher(line.replaceAll("\"[^\"]*\"", "")).find())
                            .forEach(line -> found.add(file.getFileName() + ": " + line));
                }
            }
        }
        assertThat(found).containsExactly("Threshold.java: return similarity >= value;");
    }

    private static void assertNeverOpen(FaceUnlock unlock) {
        boolean[] open = {false};
        Throwable thrown = catchThrowable(() -> open[0] = unlock.attempt(Photos.face(0)).unlocked());
        assertThat(open[0]).as("open after %s", thrown).isFalse();
    }

    private static FaceUnlock lock(FaceDetector finder, CropEmbedder embedder) {
        return FaceUnlock.using(finder, embedder).enrol(Faces.of(Embedding.of(1, 0, 0)), Threshold.cosine(-1));
    }

    private static <T> T fail(Supplier<Throwable> failure) {
        return LockPropertyTest.<RuntimeException, T>sneaky(failure.get());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable, T> T sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static double number(Random random) {
        return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : 2 * random.nextDouble() - 1;
    }

    private static Measurement measured(double similarity) {
        PhotoResult row = Photos.row("a.jpg", Photos.face(0));
        RgbImage crop = row.outcome().crop().orElseThrow();
        return new Measurement(Optional.empty(), List.of(), Optional.of(crop), similarity,
                Optional.of(new NearestPhoto(Faces.of(Embedding.of(1, 0, 0)).face(0), 1)), Optional.empty());
    }
}
