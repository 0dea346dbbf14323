package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.PixelRegion;
import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sets the cascade with the published weights beside the reference's numbers; needs both. */
class MtcnnIT {

    private static Mtcnn mtcnn;

    private final Largest boxes = new Largest("boxes");
    private final Largest landmarks = new Largest("landmarks");
    private final Largest probabilities = new Largest("probabilities");

    @BeforeAll
    static void needsGoldenNumbersAndWeights() throws IOException {
        assumeTrue(Golden.isThere(), "skipped: needs numbers at ../shared/golden and weights at ../shared/mirror");
        mtcnn = Golden.mtcnn(MtcnnSettings.defaults());
    }

    @AfterAll
    static void close() {
        if (mtcnn != null) {
            mtcnn.close();
        }
    }

    @Test
    void everyLevelOfThePyramidIsTheReferences() throws IOException {
        JsonObject golden = Golden.read("mtcnn_stages.json");
        List<MtcnnTrace.Level> levels = mtcnn.detectWithTrace(lossless(golden.get("file").getAsString())).levels();
        JsonArray expected = golden.getAsJsonArray("levels");
        assertThat(levels).hasSize(expected.size());
        Largest input = new Largest("P-Net inputs");
        Largest output = new Largest("P-Net outputs");
        for (int i = 0; i < levels.size(); i++) {
            compare(levels.get(i), expected.get(i).getAsJsonObject(), input, output, "level " + i);
        }
        input.isAtMost(1e-6);
        output.isAtMost(5e-6);
    }

    private static void compare(
            MtcnnTrace.Level level, JsonObject expected, Largest input, Largest output, String where) {
        FloatTensor pixels = level.input();
        assertThat(level.scale()).as(where).isEqualTo(expected.get("scale").getAsDouble());
        assertThat(List.of(pixels.size(2), pixels.size(3))).as(where).isEqualTo(ints(expected, "input"));
        assertThat(List.of(level.probabilities().size(0), level.probabilities().size(1))).as(where)
                .isEqualTo(ints(expected, "output"));
        assertThat(level.windows()).as(where).hasSize(expected.get("candidates").getAsInt());
        input.add(mean(pixels, 0, pixels.size()), expected.get("input_mean").getAsDouble(), where + " mean");
        for (int channel = 0; channel < 3; channel++) {
            double[] row = Golden.numbers(expected.getAsJsonArray("input_first_row").get(channel).getAsJsonArray());
            for (int x = 0; x < row.length; x++) {
                input.add(pixels.get(channel * pixels.size() / 3 + x), row[x], "%s, channel %d, x %d".formatted(
                        where, channel, x));
            }
        }
        FloatTensor faces = level.probabilities();
        output.add(mean(faces, 0, faces.size()), expected.get("face_prob_mean").getAsDouble(), where + " mean");
        output.add(largest(faces), expected.get("face_prob_max").getAsDouble(), where + " maximum");
        double[] means = Golden.numbers(expected.getAsJsonArray("reg_mean"));
        for (int edge = 0; edge < 4; edge++) {
            output.add(mean(level.regressions(), edge * faces.size(), (edge + 1) * faces.size()), means[edge],
                    "%s, regression %d".formatted(where, edge));
        }
    }

    private static List<Integer> ints(JsonObject object, String name) {
        return object.getAsJsonArray(name).asList().stream().map(JsonElement::getAsInt).toList();
    }

    private static double mean(FloatTensor tensor, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += tensor.get(i);
        }
        return sum / (to - from);
    }

    private static double largest(FloatTensor tensor) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tensor.size(); i++) {
            largest = Math.max(largest, tensor.get(i));
        }
        return largest;
    }

    @Test
    void facesInLosslessPhotosAreTheReferences() throws IOException {
        for (JsonElement element : Golden.read("mtcnn_lossless.json").getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            String file = image.get("file").getAsString();
            compare(mtcnn.detect(lossless(file)), Golden.faces(image), file);
        }
        isWithin(0.005, 0.005, 1e-5);
    }

    @Test
    void facesWithOtherSettingsAreTheReferences() throws IOException {
        JsonObject golden = Golden.read("mtcnn_variants.json");
        RgbImage photo = lossless(golden.get("file").getAsString());
        Map<String, MtcnnSettings> variants = Map.of(
                "min_face_40", MtcnnSettings.defaults().withMinimumFaceSize(40),
                "strict", MtcnnSettings.defaults().withThresholds(0.8, 0.9, 0.95),
                "fine", MtcnnSettings.defaults().withFactor(0.85),
                "select_largest_false", MtcnnSettings.defaults().withPolicy(FacePolicy.PROBABILITY));
        JsonObject expected = golden.getAsJsonObject("variants");
        assertThat(expected.keySet()).isEqualTo(variants.keySet());
        for (Map.Entry<String, MtcnnSettings> variant : variants.entrySet()) {
            try (Mtcnn other = Golden.mtcnn(variant.getValue())) {
                JsonObject reference = expected.getAsJsonObject(variant.getKey());
                compare(other.detect(photo), Golden.faces(reference), variant.getKey());
            }
        }
        isWithin(0.005, 0.005, 1e-5);
    }

    @Test
    void facesInTheArticlesPhotosAreTheReferences() throws IOException {
        for (JsonElement element : Golden.read("mtcnn_article.json").getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            String file = image.get("file").getAsString();
            compare(mtcnn.detect(article(file)), Golden.faces(image), file);
        }
        isWithin(0.005, 0.005, 1e-5);
    }

    @Test
    void facesInRenderedPhotosAreTheReferences() throws IOException {
        for (JsonElement element : rendered().getAsJsonArray("pictures")) {
            JsonObject picture = element.getAsJsonObject();
            compare(mtcnn.detect(photo(picture)), Golden.faces(picture), picture.get("file").getAsString());
        }
        isWithin(0.005, 0.005, 1e-5);
    }

    /** Cut tightly around a face, a photo has squares that clip to all of it, and O-Net gives them equal scores. */
    @Test
    void facesThatFillThePhotoAreTheReferencesEvenWithEqualScores() throws IOException {
        int ties = 0;
        for (JsonElement element : rendered().getAsJsonArray("cut")) {
            JsonObject cut = element.getAsJsonObject();
            List<Integer> region = ints(cut, "region");
            PixelRegion pixels = new PixelRegion(region.get(0), region.get(1), region.get(2), region.get(3));
            compare(mtcnn.detect(cut(photo(cut), pixels)), Golden.faces(cut), cut.get("file").getAsString() + region);
            ties += cut.get("equal_scores").getAsInt();
        }
        assertThat(ties).isEqualTo(2);
        isWithin(0.005, 0.005, 1e-5);
    }

    private static JsonObject rendered() throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("src/test/resources/golden/mtcnn_rendered.json")))
                .getAsJsonObject();
    }

    private static RgbImage photo(JsonObject picture) throws IOException {
        return PhotoReader.DEFAULT.read(Path.of(picture.get("file").getAsString()));
    }

    private static RgbImage cut(RgbImage photo, PixelRegion region) {
        return RgbImage.of(photo.toBufferedImage()
                .getSubimage(region.x1(), region.y1(), region.width(), region.height()));
    }

    @Test
    void cropsOfLosslessPhotosAreTheReferences() throws IOException {
        Largest greyLevels = new Largest("crops");
        for (JsonElement element : Golden.read("mtcnn_lossless.json").getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            String file = image.get("file").getAsString();
            if (image.has("crop")) {
                compare(crop(lossless(file)), golden(image), file, greyLevels);
            } else {
                assertThat(mtcnn.find(lossless(file)).status()).isEqualTo(FaceStatus.NO_FACE);
            }
        }
        greyLevels.isAtMost(1);
    }

    @Test
    void cropsOfTheArticlesPhotosAreTheReferences() throws IOException {
        Largest greyLevels = new Largest("crops");
        for (JsonElement element : Golden.read("mtcnn_article.json").getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            String file = image.get("file").getAsString();
            compare(crop(article(file)), golden(image), file, greyLevels);
        }
        greyLevels.isAtMost(1);
    }

    private static RgbImage crop(RgbImage photo) {
        return mtcnn.find(photo).crop().orElseThrow();
    }

    @Test
    void photosTogetherGiveTheSameFacesAsOneByOne() throws IOException {
        List<RgbImage> photos = new ArrayList<>();
        for (JsonElement element : Golden.read("mtcnn_lossless.json").getAsJsonArray("images")) {
            photos.add(lossless(element.getAsJsonObject().get("file").getAsString()));
        }
        assertThat(mtcnn.detect(photos)).isEqualTo(photos.stream().map(mtcnn::detect).toList());
    }

    private static RgbImage lossless(String file) throws IOException {
        return PhotoReader.DEFAULT.read(Golden.NUMBERS.resolve("lossless").resolve(file));
    }

    private static RgbImage article(String file) throws IOException {
        return PhotoReader.DEFAULT.read(Golden.mirrored(file));
    }

    private static RgbImage golden(JsonObject image) throws IOException {
        return PhotoReader.DEFAULT.read(Golden.NUMBERS.resolve(image.get("crop").getAsString()));
    }

    private void compare(List<Detection> found, List<Detection> expected, String where) {
        assertThat(found).as(where).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            String face = "%s, face %d".formatted(where, i);
            double[] box = numbers(found.get(i).box());
            double[] reference = numbers(expected.get(i).box());
            for (int edge = 0; edge < 4; edge++) {
                boxes.add(box[edge], reference[edge], "%s, edge %d".formatted(face, edge));
            }
            for (int point = 0; point < 5; point++) {
                Point place = found.get(i).landmarks().points().get(point);
                Point other = expected.get(i).landmarks().points().get(point);
                landmarks.add(place.x(), other.x(), "%s, x of point %d".formatted(face, point));
                landmarks.add(place.y(), other.y(), "%s, y of point %d".formatted(face, point));
            }
            probabilities.add(found.get(i).probability(), expected.get(i).probability(), face);
        }
    }

    private static double[] numbers(Box box) {
        return new double[] {box.x1(), box.y1(), box.x2(), box.y2()};
    }

    private void isWithin(double box, double landmark, double probability) {
        boxes.isAtMost(box);
        landmarks.isAtMost(landmark);
        probabilities.isAtMost(probability);
    }

    private static void compare(RgbImage found, RgbImage expected, String where, Largest greyLevels) {
        assertThat(found).as(where).hasToString(expected.toString());
        byte[] one = found.toBytes();
        byte[] other = expected.toBytes();
        for (int i = 0; i < one.length; i++) {
            greyLevels.add(one[i] & 0xff, other[i] & 0xff, where);
        }
    }
}
