package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faceunlock.demo.people.Pose;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;

/** A photo of 4 x 2 pixels, red 0 to 70 by tens. */
class PhotoVariantTest {

    private static final RenderedPhoto PHOTO = new RenderedPhoto(red(4, 2, 0, 10, 20, 30, 40, 50, 60, 70),
            List.of(new Truth(7, new Box(1, 0, 3.5, 2), new Landmarks(
                    new Point(1, 0.5), new Point(3, 0.5), new Point(2, 1), new Point(1.5, 1.5), new Point(2.5, 1.5)),
                    new Pose(10, 5, -3))));

    @Test
    void halfTheSizeIsTheMeanOfFour() {
        RenderedPhoto half = new PhotoVariant(0.5, false).of(PHOTO);
        assertThat(half.image()).isEqualTo(red(2, 1, 25, 45));
        assertThat(half.truths().get(0).box()).isEqualTo(new Box(0.5, 0, 1.75, 1));
        assertThat(half.truths().get(0).landmarks().nose()).isEqualTo(new Point(1, 0.5));
    }

    @Test
    void mirrorSwapsSidesAndNamesOfPoints() {
        RenderedPhoto mirrored = new PhotoVariant(1, true).of(PHOTO);
        Truth truth = mirrored.truths().get(0);
        assertThat(mirrored.image()).isEqualTo(red(4, 2, 30, 20, 10, 0, 70, 60, 50, 40));
        assertThat(truth.box()).isEqualTo(new Box(0.5, 0, 3, 2));
        assertThat(truth.landmarks().leftEye()).isEqualTo(new Point(1, 0.5));
        assertThat(truth.landmarks().leftMouth()).isEqualTo(new Point(1.5, 1.5));
        assertThat(truth.pose()).isEqualTo(new Pose(-10, 5, 3));
    }

    @Test
    void mirroredTwiceIsTheSame() {
        PhotoVariant mirror = new PhotoVariant(1, true);
        RenderedPhoto twice = mirror.of(mirror.of(PHOTO));
        assertThat(twice.image()).isEqualTo(PHOTO.image());
        assertThat(twice.truths()).isEqualTo(PHOTO.truths());
    }

    private static RgbImage red(int width, int height, int... values) {
        byte[] pixels = new byte[3 * values.length];
        for (int i = 0; i < values.length; i++) {
            pixels[3 * i] = (byte) values[i];
        }
        return RgbImage.of(width, height, pixels);
    }
}
