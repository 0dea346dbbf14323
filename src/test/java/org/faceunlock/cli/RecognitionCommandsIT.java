package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.faceunlock.checkpoint.FormulaCheckpointTool;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user runs them, on the article's photos with the published detector, against the reference. */
class RecognitionCommandsIT {

    private static final Path SHARED = Path.of("../shared");
    private static final Path GOLDEN = SHARED.resolve("golden");
    private static final Gson GSON = new Gson();

    @TempDir
    private static Path folder;

    private static Map<String, String> variables;
    private static Path photos;

    @TempDir
    private Path out;

    @BeforeAll
    static void fetch() throws IOException {
        assumeTrue(Files.isDirectory(SHARED.resolve("mirror")), "skipped: no ../shared/mirror beside the checkout");
        variables = Map.of("FACE_UNLOCK_HOME", folder.resolve("home").toString(),
                "FACE_UNLOCK_MIRROR", SHARED.resolve("mirror").toAbsolutePath().toString());
        photos = folder.resolve("photos");
        assertThat(run("models", "fetch", "mtcnn").code()).isZero();
        assertThat(run("photos", "fetch", "article", "--to", photos.toString()).code()).isZero();
        FormulaCheckpointTool.main(new String[] {checkpoint("zip"), "zip"});
        FormulaCheckpointTool.main(new String[] {checkpoint("legacy"), "legacy"});
    }

    @Test
    void detectedFacesAreThoseOfTheReference() throws IOException {
        ProgramRun run = run("detect", "--json", photos.toString() + "/faces", photos.toString() + "/faces_test");
        assertThat(run.code()).isZero();
        Map<String, JsonObject> lines = byEnd(run.out());
        JsonArray images = golden("mtcnn_article.json").getAsJsonArray("images");
        assertThat(lines).hasSize(images.size());
        double box = 0;
        double landmark = 0;
        double probability = 0;
        for (JsonElement element : images) {
            JsonObject image = element.getAsJsonObject();
            JsonObject line = lines.get(fileName(image.get("file").getAsString()));
            assertThat(line.keySet()).containsExactly("image", "width", "height", "faces");
            assertThat(line.get("width")).isEqualTo(image.get("width"));
            JsonArray expected = image.getAsJsonArray("faces");
            assertThat(line.getAsJsonArray("faces")).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                JsonObject want = expected.get(i).getAsJsonObject();
                JsonObject found = line.getAsJsonArray("faces").get(i).getAsJsonObject();
                box = Math.max(box, difference(want.get("box"), found.get("box")));
                landmark = Math.max(landmark, difference(want.get("landmarks"), found.get("landmarks")));
                probability = Math.max(probability, difference(want.get("probability"), found.get("probability")));
            }
        }
        System.out.printf("detect, 12 photos: largest difference box %.4f px, landmark %.4f px, probability %.6f%n",
                box, landmark, probability);
        assertThat(box).isLessThan(0.1);
        assertThat(landmark).isLessThan(0.1);
        assertThat(probability).isLessThan(1e-3);
    }

    @Test
    void cropsAreThoseOfTheReference() throws IOException {
        ProgramRun run = run("crop", "--out", out.toString(), photos + "/faces", photos + "/faces_test");
        assertThat(run.code()).isZero();
        int largest = 0;
        for (JsonElement element : golden("mtcnn_article.json").getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            String file = image.get("file").getAsString();
            String inside = file.startsWith("faces_test/") ? fileName(file) : file.substring("faces/".length());
            RgbImage ours = read(out.resolve(inside.replace(".jpg", ".png")));
            RgbImage theirs = read(GOLDEN.resolve(image.get("crop").getAsString()));
            byte[] a = ours.toBytes();
            byte[] b = theirs.toBytes();
            assertThat(a).hasSameSizeAs(b);
            largest = Math.max(largest,
                    IntStream.range(0, a.length).map(i -> Math.abs((a[i] & 0xff) - (b[i] & 0xff))).max().orElseThrow());
        }
        System.out.printf("crop, 12 photos: largest difference %d grey levels%n", largest);
        assertThat(largest).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "legacy"})
    void embeddingsThroughARealFileAreThoseOfTheReference(String format) throws IOException {
        ProgramRun run = run("embed", "--json", "--no-detect", "--checkpoint", checkpoint(format),
                GOLDEN.resolve("crops_lossless").toString());
        assertThat(run.code()).isZero();
        Map<String, JsonObject> lines = byEnd(run.out());
        JsonObject reference = golden("inception_resnet_v1_formula.json");
        double largest = 0;
        for (int i = 0; i < 4; i++) {
            JsonObject line = lines.get(fileName(reference.getAsJsonArray("crops").get(i).getAsString()));
            assertThat(line.keySet()).containsExactly("image", "person", "status", "embedding");
            assertThat(line.get("status").getAsString()).isEqualTo("FACE");
            assertThat(line.getAsJsonArray("embedding")).hasSize(512);
            largest = Math.max(largest, difference(reference.getAsJsonArray("embeddings").get(i),
                    line.get("embedding")));
        }
        System.out.printf("embed, %s checkpoint: largest difference %.2g%n", format, largest);
        assertThat(largest).isLessThan(1e-5);
    }

    @Test
    void figuresAreSixFiles() throws IOException {
        ProgramRun run = run("figures", "--faces", photos + "/faces", "--out", out.toString(),
                "--checkpoint", checkpoint("zip"));
        assertThat(run.code()).isZero();
        assertThat(out).isDirectoryContaining("glob:**/faces.png").isDirectoryContaining("glob:**/heatmap.png")
                .isDirectoryContaining("glob:**/pca.png");
        assertThat(Files.readAllLines(out.resolve("report.csv"))).hasSize(9);
        assertThat(Files.readAllLines(out.resolve("pca.csv"))).hasSize(9);
        assertThat(Files.readAllLines(out.resolve("similarity.csv"))).hasSize(9);
        assertThat(out.toFile().list()).hasSize(6);
    }

    @Test
    void unlockEndsWithZeroOnlyWhenEveryPhotoUnlocked() throws IOException {
        String me = photos + "/faces/me";
        String test = photos + "/faces_test/me_test.jpg";
        String[] start = {"unlock", "--checkpoint", checkpoint("zip"), "--enrol", me};
        ProgramRun open = run(with(start, "--threshold", "-1", test));
        assertThat(open.out()).startsWith("UNLOCKED me_test.jpg: similarity 0.");
        assertThat(open.code()).isZero();
        ProgramRun shut = run(with(start, "--threshold", "1", "--json", test, "missing.jpg"));
        assertThat(shut.code()).isEqualTo(1);
        List<String> lines = shut.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(GSON.fromJson(lines.get(0), JsonObject.class).get("reason").getAsString()).isEqualTo("NON_MATCH");
        JsonObject missing = GSON.fromJson(lines.get(1), JsonObject.class);
        assertThat(missing.get("outcome").getAsString()).isEqualTo("LOCKED");
        assertThat(missing.get("similarity").isJsonNull()).isTrue();
    }

    @Test
    void misuseOfUnlockIsTold() throws IOException {
        assertThat(run("unlock", "--enrol", photos + "/faces", "x.jpg").err()).contains("one person")
                .contains("di_caprio");
        ProgramRun run = run("unlock", "--enrol", photos + "/faces/me", "--threshold", "2", "x.jpg");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--threshold");
    }

    @Test
    void anUnreadablePhotoIsARowWithAReason() throws IOException {
        Path broken = Files.writeString(out.resolve("broken.jpg"), "this is text");
        ProgramRun run = run("detect", "--json", broken.toString(), photos + "/faces_test/me_test.jpg");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("\"reason\"");
        assertThat(run.err()).contains("broken.jpg").doesNotContain("\tat ");
    }

    private static ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.of(variables, arguments);
    }

    private static String[] with(String[] start, String... more) {
        List<String> all = new ArrayList<>(List.of(start));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String checkpoint(String format) {
        return folder.resolve(format + ".pt").toString();
    }

    private static Map<String, JsonObject> byEnd(String lines) {
        return lines.lines().map(line -> GSON.fromJson(line, JsonObject.class)).collect(Collectors.toMap(
                line -> fileName(line.get("image").getAsString()), line -> line));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonObject golden(String name) throws IOException {
        return GSON.fromJson(Files.readString(GOLDEN.resolve(name)), JsonObject.class);
    }

    private static RgbImage read(Path file) throws IOException {
        return RgbImage.of(ImageIO.read(file.toFile()));
    }

    /** Largest absolute difference of two numbers, or of two arrays of the same form. */
    private static double difference(JsonElement expected, JsonElement found) {
        if (!expected.isJsonArray()) {
            return Math.abs(expected.getAsDouble() - found.getAsDouble());
        }
        assertThat(found.getAsJsonArray()).hasSameSizeAs(expected.getAsJsonArray());
        return IntStream.range(0, expected.getAsJsonArray().size())
                .mapToDouble(i -> difference(expected.getAsJsonArray().get(i), found.getAsJsonArray().get(i)))
                .max().orElse(0);
    }
}
