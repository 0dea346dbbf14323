package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.junit.jupiter.api.Test;

class FaceQualityTest {

    private static Detection face(double side, double noseX) {
        return new Detection(new Box(10, 10, 10 + side, 20 + side), 1, new Landmarks(new Point(20, 30),
                new Point(40, 30), new Point(noseX, 40), new Point(22, 50), new Point(38, 50)));
    }

    /** Stripes of two grey values, each a pixel wide: as sharp as can be. */
    private static RgbImage stripes(int dark, int bright) {
        byte[] values = new byte[40 * 40 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i / 3 % 2 == 0 ? dark : bright);
        }
        return RgbImage.of(40, 40, values);
    }

    @Test
    void aLargeSharpFrontalFaceIsGood() {
        FaceQuality quality = FaceQuality.of(face(100, 30), stripes(100, 140));
        assertThat(quality.describe()).isEqualTo("good");
        assertThat(quality.size()).isEqualTo(100);
        assertThat(quality.brightness()).isEqualTo(120, within(1e-9));
        assertThat(quality.sharpness()).isEqualTo(80 * 80, within(1e-9));
        assertThat(quality.turn()).isZero();
    }

    @Test
    void eachPoorMeasureIsNamed() {
        assertThat(FaceQuality.of(face(40, 30), stripes(100, 140)).describe()).isEqualTo("small (40 pixels)");
        assertThat(FaceQuality.of(face(100, 30), stripes(120, 121)).describe()).isEqualTo("blurred");
        assertThat(FaceQuality.of(face(100, 30), stripes(10, 60)).describe()).isEqualTo("dark");
        assertThat(FaceQuality.of(face(100, 30), stripes(200, 250)).describe()).isEqualTo("bright");
        assertThat(FaceQuality.of(face(100, 20), stripes(100, 140)).describe()).isEqualTo("turned to a side");
        assertThat(FaceQuality.of(face(100, 40), stripes(100, 140)).describe()).isEqualTo("turned to a side");
    }

    @Test
    void severalFaultsAreAllNamed() {
        assertThat(FaceQuality.of(face(30, 30), stripes(20, 21)).faults())
                .containsExactly("small (30 pixels)", "blurred", "dark");
    }
}
