package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    @Test
    void aFallingLossIsDrawnFromUpperLeftToLowerRight() {
        double[] losses = new double[500];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = 10 - 9.0 * i / losses.length;
        }
        BufferedImage picture = LossCurve.of(losses).withTitle("Falling").draw();
        assertThat(meanRowOfTheCurve(picture, picture.getWidth() / 4))
                .isLessThan(meanRowOfTheCurve(picture, picture.getWidth() / 2) - 50);
    }

    @Test
    void oneLossIsEnough() {
        assertThat(LossCurve.of(new double[] {3}).draw().getWidth()).isPositive();
    }

    @Test
    void aLossThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LossCurve.of(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> LossCurve.of(new double[0]));
    }

    /** Rows of the pixels that are much bluer than red: the curve's own colour. */
    private static double meanRowOfTheCurve(BufferedImage picture, int column) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            int rgb = picture.getRGB(column, y);
            if ((rgb & 0xff) - (rgb >> 16 & 0xff) > 60) {
                sum += y;
                count++;
            }
        }
        assertThat(count).isPositive();
        return sum / count;
    }
}
