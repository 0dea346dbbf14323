package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.junit.jupiter.api.Test;

/** Sets aligned crops of photographs beside the reference's; needs the golden files and the photos. */
class AlignedCropIT {

    private static final Path GOLDEN = Path.of("../shared/golden/registry_embedder.json");
    private static final Path MIRROR = Path.of("../shared/mirror");

    @Test
    void cropsOfPhotographsEqualTheReferenceWithinTwoLevels() throws IOException {
        assumeTrue(Files.exists(GOLDEN) && Files.exists(MIRROR),
                "SKIPPED: no reference crops at " + GOLDEN + " with photos");
        for (JsonElement element : JsonParser.parseString(Files.readString(GOLDEN)).getAsJsonObject()
                .getAsJsonArray("article")) {
            JsonObject face = element.getAsJsonObject();
            RgbImage crop = AlignedCrop.DLIB.cut(PhotoReader.DEFAULT.read(photo(face.get("photo").getAsString())),
                    new Detection(new Box(0, 0, 1, 1), 1, landmarks(face.getAsJsonArray("landmarks")))).orElseThrow();
            byte[] png = Base64.getDecoder().decode(face.get("crop_png_base64").getAsString());
            Difference difference = Difference.between(crop, RgbImage.of(ImageIO.read(new ByteArrayInputStream(png))));
            System.out.println("AlignedCropIT " + face.get("photo").getAsString() + ": " + difference);
            assertThat(difference.largest()).as(difference.toString()).isLessThanOrEqualTo(2);
        }
    }

    private static Landmarks landmarks(JsonArray points) {
        Point[] places = points.asList().stream().map(JsonElement::getAsJsonArray)
                .map(place -> new Point(place.get(0).getAsDouble(), place.get(1).getAsDouble())).toArray(Point[]::new);
        return new Landmarks(places[0], places[1], places[2], places[3], places[4]);
    }

    private static Path photo(String name) throws IOException {
        try (Stream<Path> files = Files.walk(MIRROR)) {
            return files.filter(file -> file.endsWith(Path.of(name))).findFirst().orElseThrow();
        }
    }
}
