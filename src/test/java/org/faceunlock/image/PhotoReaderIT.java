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
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.geometry.Box;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the article's photos beside the reference; needs the golden files and the mirror. */
class PhotoReaderIT {

    private static final Path GOLDEN = Path.of("../shared/golden");
    private static final Path PHOTOS = Path.of("../shared/mirror/raw.githubusercontent.com",
            "FrancescoSaverioZuppichini", "Face-Unlock", "f463d5493b610c144d8c3e7638cd2731a6303b09");
    private static final int ROUNDS = 15;

    @BeforeAll
    static void needsTheReference() {
        assumeTrue(Files.isDirectory(GOLDEN), "skipped: no reference numbers at ../shared/golden");
        assumeTrue(Files.isDirectory(PHOTOS), "skipped: no article photos in ../shared/mirror");
    }

    @Test
    void cropsOfTheArticlesJpegsEqualTheReferenceByteForByte() throws IOException {
        int compared = 0;
        for (JsonElement element : images()) {
            JsonObject image = element.getAsJsonObject();
            RgbImage photo = PhotoReader.DEFAULT.read(PHOTOS.resolve(image.get("file").getAsString()));
            assertThat(photo.width()).isEqualTo(image.get("width").getAsInt());
            assertThat(photo.height()).isEqualTo(image.get("height").getAsInt());
            JsonArray box = image.getAsJsonArray("faces").get(0).getAsJsonObject().getAsJsonArray("box");
            RgbImage crop = Crop.DEFAULT.cut(photo, new Box(box.get(0).getAsDouble(), box.get(1).getAsDouble(),
                    box.get(2).getAsDouble(), box.get(3).getAsDouble())).orElseThrow();
            RgbImage expected = PhotoReader.DEFAULT.read(GOLDEN.resolve(image.get("crop").getAsString()));
            Difference difference = Difference.between(crop, expected);
            System.out.println("PhotoReaderIT " + image.get("file").getAsString() + ": " + difference);
            assertThat(difference.largest()).as("%s: %s", image.get("file"), difference).isZero();
            compared++;
        }
        assertThat(compared).isEqualTo(12);
    }

    @Test
    void readingTheArticlesPhotosWarmTakesLessThanASecond() throws IOException {
        List<Path> files = new ArrayList<>();
        for (JsonElement image : images()) {
            files.add(PHOTOS.resolve(image.getAsJsonObject().get("file").getAsString()));
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            files.forEach(PhotoReader.DEFAULT::read);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf("PhotoReaderIT %d photos in %.0f ms, best of %d%n", files.size(), best, ROUNDS);
        assertThat(best).as("milliseconds, on a machine that may be busy").isLessThan(1000);
    }

    private static JsonArray images() throws IOException {
        String json = Files.readString(GOLDEN.resolve("mtcnn_article.json"));
        return JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("images");
    }
}
