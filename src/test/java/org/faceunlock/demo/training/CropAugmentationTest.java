package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CropAugmentationTest {

    private static final int SIDE = 160;

    @Test
    void equalChanceGivesEqualNumbersAndOtherChanceOthers() {
        byte[] face = new byte[CropSource.BYTES];
        new SplittableRandom(1).nextBytes(face);
        assertThat(varied(face, 3)).isEqualTo(varied(face, 3)).isNotEqualTo(varied(face, 4));
    }

    @Test
    void numbersStayWithinWhatStandardisationGives() {
        byte[] white = new byte[CropSource.BYTES];
        Arrays.fill(white, (byte) 255);
        for (int seed = 0; seed < 40; seed++) {
            for (float value : varied(white, seed)) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    /** A bright dot 20 pixels right of the centre has to turn up right of it, within the box's play. */
    @Test
    void nothingIsMirroredAndTheBoxMovesOnlyALittle() {
        byte[] face = new byte[CropSource.BYTES];
        int centre = CropSource.SIDE / 2;
        for (int y = centre - 3; y < centre + 3; y++) {
            Arrays.fill(face, (y * CropSource.SIDE + centre + 17) * 3, (y * CropSource.SIDE + centre + 23) * 3,
                    (byte) 255);
        }
        for (int seed = 0; seed < 40; seed++) {
            double x = brightColumn(varied(face, seed));
            assertThat(x - SIDE / 2.0).as("seed " + seed).isBetween(10.0, 30.0);
        }
    }

    /** Mean column of the dot in red. */
    private static double brightColumn(float[] values) {
        float most = -1;
        for (int i = 0; i < SIDE * SIDE; i++) {
            most = Math.max(most, values[i]);
        }
        double sum = 0;
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (values[i] > most - 0.1f) {
                sum += i % SIDE + 0.5;
                count++;
            }
        }
        return sum / count;
    }

    private static float[] varied(byte[] face, long seed) {
        float[] values = new float[3 * SIDE * SIDE];
        CropAugmentation.put(face, SIDE, new SplittableRandom(seed), values, 0);
        return values;
    }
}
