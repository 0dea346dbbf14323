package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.faceunlock.geometry.Box;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sets the crops beside the reference's; needs the golden files. */
class CropIT {

    private static final Path GOLDEN = Path.of("../shared/golden");

    @BeforeAll
    static void needsTheGoldenFiles() {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers at ../shared/golden");
    }

    @Test
    void cropsOfLosslessPhotosEqualTheReferenceByteForByte() throws IOException {
        String json = Files.readString(GOLDEN.resolve("mtcnn_lossless.json"));
        JsonObject golden = JsonParser.parseString(json).getAsJsonObject();
        int compared = 0;
        for (JsonElement element : golden.getAsJsonArray("images")) {
            JsonObject image = element.getAsJsonObject();
            if (image.getAsJsonArray("faces").isEmpty()) {
                continue;
            }
            RgbImage photo = read(GOLDEN.resolve("lossless").resolve(image.get("file").getAsString()));
            RgbImage crop = Crop.DEFAULT.cut(photo, firstBox(image)).orElseThrow();
            RgbImage expected = read(GOLDEN.resolve(image.get("crop").getAsString()));
            Difference difference = Difference.between(crop, expected);
            System.out.println("CropIT " + image.get("file").getAsString() + ": " + difference);
            assertThat(difference.largest()).as("%s: %s", image.get("file"), difference).isZero();
            compared++;
        }
        assertThat(compared).as("photos with a face").isEqualTo(5);
    }

    private static Box firstBox(JsonObject image) {
        JsonArray box = image.getAsJsonArray("faces").get(0).getAsJsonObject().getAsJsonArray("box");
        return new Box(box.get(0).getAsDouble(), box.get(1).getAsDouble(),
                box.get(2).getAsDouble(), box.get(3).getAsDouble());
    }

    private static RgbImage read(Path file) throws IOException {
        return RgbImage.of(ImageIO.read(file.toFile()));
    }
}
