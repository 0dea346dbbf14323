package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FlipAveraged;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;

/** Where a planted embedder looks, and what an average with the mirror image does. */
class OcclusionMapTest {

    private static final RgbImage CROP = white(40);

    @Test
    void onlyThePlaceThatTheEmbedderLooksAtMatters() {
        OcclusionMap map = OcclusionMap.of(CROP, upperLeft(CROP), OcclusionMapTest::embed, 10);
        double[][] drops = map.drops();
        assertThat(map.similarity()).isCloseTo(1, within(1e-6));
        assertThat(drops[1][1]).isEqualTo(map.largestDrop()).isGreaterThan(0.0005);
        for (int row = 0; row < drops.length; row++) {
            for (int column = 0; column < drops.length; column++) {
                assertThat(drops[row][column] > 1e-6).as("%s, %s", row, column).isEqualTo(row < 6 && column < 6);
            }
        }
    }

    @Test
    void fewerThanTwoPlacesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                OcclusionMap.of(CROP, upperLeft(CROP), OcclusionMapTest::embed, 1)).withMessageContaining("found 1");
    }

    @Test
    void cropAndItsMirrorImageHaveOneEmbeddingWhenBothAreLookedAt() {
        System.out.println("seed 4");
        byte[] noise = new byte[40 * 40 * 3];
        new Random(4).nextBytes(noise);
        RgbImage crop = RgbImage.of(40, 40, noise);
        assertThat(embed(List.of(crop))).isNotEqualTo(embed(List.of(crop.mirrored())));
        List<Embedding> both = new FlipAveraged(OcclusionMapTest::embed).embed(List.of(crop, crop.mirrored()));
        assertThat(both.get(0)).isEqualTo(both.get(1));
        assertThat(Math.hypot(both.get(0).get(0), both.get(0).get(1))).isCloseTo(1, within(1e-6));
    }

    @Test
    void mirrorExchangesLeftAndRight() {
        System.out.println("seed 5");
        byte[] noise = new byte[5 * 3 * 3];
        new Random(5).nextBytes(noise);
        RgbImage picture = RgbImage.of(5, 3, noise);
        RgbImage mirrored = picture.mirrored();
        for (int x = 0; x < 5; x++) {
            for (int y = 0; y < 3; y++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(mirrored.value(x, y, channel)).isEqualTo(picture.value(4 - x, y, channel));
                }
            }
        }
    }

    private static RgbImage white(int side) {
        byte[] values = new byte[side * side * 3];
        Arrays.fill(values, (byte) 255);
        return RgbImage.of(side, side, values);
    }

    /** Looks at the upper left quarter alone. */
    private static List<Embedding> embed(List<RgbImage> crops) {
        return crops.stream().map(OcclusionMapTest::upperLeft).toList();
    }

    private static Embedding upperLeft(RgbImage crop) {
        float sum = 0;
        for (int y = 0; y < crop.height() / 2; y++) {
            for (int x = 0; x < crop.width() / 2; x++) {
                sum += crop.value(x, y, 0);
            }
        }
        return Embedding.of(sum / 400 / 255, 1);
    }
}
