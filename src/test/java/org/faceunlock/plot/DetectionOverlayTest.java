package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionOverlayTest {

    private static RgbImage grey(int width, int height) {
        byte[] values = new byte[width * height * 3];
        Arrays.fill(values, (byte) 128);
        return RgbImage.of(width, height, values);
    }

    private static Detection detection(double x1, double y1, double x2, double y2) {
        Point middle = new Point((x1 + x2) / 2, (y1 + y2) / 2);
        return new Detection(new Box(x1, y1, x2, y2), 0.987, new Landmarks(middle, middle, middle, middle, middle));
    }

    @Test
    void aLargePhotoKeepsItsSize() {
        BufferedImage picture = DetectionOverlay.of(grey(900, 700), List.of()).draw();
        assertThat(picture.getWidth()).isEqualTo(900);
        assertThat(picture.getHeight()).isEqualTo(700);
    }

    @Test
    void aSmallPhotoIsEnlargedByAWholeFactor() {
        assertThat(DetectionOverlay.of(grey(220, 330), List.of()).factor()).isEqualTo(2);
        assertThat(DetectionOverlay.of(grey(220, 330), List.of()).draw().getHeight()).isEqualTo(660);
    }

    @ParameterizedTest
    @ValueSource(ints = {640, 2000})
    void theBoxHasTheChosenColour(int side) {
        DetectionOverlay overlay = DetectionOverlay.of(grey(side, side), List.of(detection(200, 220, 400, 500)))
                .withColour(OverlayColour.UNLOCKED);
        Color line = new Color(overlay.draw().getRGB(200, 400));
        assertThat(line).isEqualTo(OverlayColour.UNLOCKED.colour());
    }

    @Test
    void aLandmarkIsDrawnWhereItLies() {
        DetectionOverlay overlay = DetectionOverlay.of(grey(320, 320), List.of(detection(50, 50, 150, 170)));
        assertThat(new Color(overlay.draw().getRGB(200, 220))).isEqualTo(OverlayColour.FOUND.colour());
    }

    @Test
    void linesGrowWithThePicture() {
        double small = DetectionOverlay.of(grey(800, 800), List.of()).layout().line();
        double large = DetectionOverlay.of(grey(3200, 3200), List.of()).layout().line();
        assertThat(large).isCloseTo(4 * small, Offset.offset(1e-9));
    }

    @Test
    void aLabelStaysInsideThePictureWhereverItsBoxIs() {
        long seed = 7;
        Random random = new Random(seed);
        List<Detection> detections = new ArrayList<>();
        for (int index = 0; index < 40; index++) {
            double x = random.nextInt(900) - 100;
            double y = random.nextInt(900) - 100;
            detections.add(detection(x, y, x + 10 + random.nextInt(400), y + 10 + random.nextInt(400)));
        }
        OverlayLayout layout = DetectionOverlay.of(grey(800, 700), detections).layout();
        Rectangle2D picture = new Rectangle2D.Double(0, 0, 800, 700);
        for (int index = 0; index < 40; index++) {
            assertThat(picture.contains(layout.label(index))).as("label %d, seed %d", index, seed).isTrue();
        }
    }

    @Test
    void labelsOfTheSameBoxDoNotCoverOneAnother() {
        Detection one = detection(10, 10, 200, 200);
        OverlayLayout layout = DetectionOverlay.of(grey(800, 700), Collections.nCopies(12, one)).layout();
        for (int first = 0; first < 12; first++) {
            for (int second = first + 1; second < 12; second++) {
                assertThat(Overlaps.overlap(layout.label(first), layout.label(second)))
                        .as("labels %d and %d", first, second).isFalse();
            }
        }
    }

    @Test
    void noDetectionLeavesThePhotoAsItIs() {
        RgbImage photo = DrawnFaces.face(1, 1);
        BufferedImage large = new BufferedImage(960, 640, BufferedImage.TYPE_INT_RGB);
        large.createGraphics().drawImage(photo.toBufferedImage(), 0, 0, 960, 640, null);
        BufferedImage drawn = DetectionOverlay.of(RgbImage.of(large), List.of()).draw();
        assertThat(RgbImage.of(drawn)).isEqualTo(RgbImage.of(large));
    }
}
