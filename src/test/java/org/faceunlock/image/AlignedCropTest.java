package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.geometry.SimilarityTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlignedCropTest {

    private static final AlignedCrop DLIB = AlignedCrop.DLIB;

    @Test
    void templateOfDlibLiesAtItsPixels() { // registry_embedder.json, template_in_crop_pixels
        double[][] pixels = {{47.54918333, 46.59903333}, {100.47613333, 46.59903333}, {74.0127, 76.5625},
            {50.4149, 103.0233}, {97.6104, 103.0233}};
        List<Point> template = DLIB.template().points();
        for (int i = 0; i < pixels.length; i++) {
            assertThat(template.get(i).x()).isCloseTo(pixels[i][0], within(1e-7));
            assertThat(template.get(i).y()).isCloseTo(pixels[i][1], within(1e-7));
        }
    }

    @Test
    void landmarksOfAPhotographGiveTheReferencesTransform() { // registry_embedder.json, the first face of the article
        SimilarityTransform found = DLIB.toPhoto(new Landmarks(new Point(59.99934387, 139.0176239),
                new Point(107.89754486, 141.12802124), new Point(70.07621765, 176.57269287),
                new Point(63.33096313, 193.24298096), new Point(112.40556335, 195.4440918))).orElseThrow();
        assertThat(new double[] {found.a(), found.b(), found.dx(), found.dy()}).containsExactly(new double[] {
            0.964988569463896, -0.015998874146172248, 10.11805414991484, 97.73527740802402}, within(1e-6));
    }

    @Test
    void faceThatLiesLikeTheTemplateIsCutOutAsItIs() {
        RgbImage photo = face(new SimilarityTransform(1, 0, 0, 0), 150);
        assertThat(DLIB.cut(photo, detection(DLIB.template()))).contains(photo);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 40, 25", "2, 0, 3, 7", "0, 1.4, 250, 10", "0.8, -0.6, 20, 130", "-1.1, 0.3, 250, 210"})
    void turnScaleAndShiftOfThePhotoChangeNothing(double a, double b, double dx, double dy) {
        SimilarityTransform moved = new SimilarityTransform(a, b, dx, dy);
        List<Point> points = DLIB.template().points().stream().map(moved::apply).toList();
        RgbImage crop = DLIB.cut(face(moved, 320), detection(points)).orElseThrow();
        Difference difference = Difference.between(crop, face(new SimilarityTransform(1, 0, 0, 0), 150));
        assertThat(difference.largest()).as(difference.toString()).isLessThanOrEqualTo(2);
    }

    @Test
    void boxHasNoSay() {
        RgbImage photo = face(new SimilarityTransform(1, 0, 0, 0), 150);
        assertThat(DLIB.cut(photo, new Detection(new Box(-50, -50, -40, -40), 1, DLIB.template()))).contains(photo);
    }

    @Test
    void landmarksInOnePlaceGiveNoCrop() {
        Point point = new Point(70, 70);
        assertThat(DLIB.cut(face(new SimilarityTransform(1, 0, 0, 0), 150), detection(List.of(point, point, point,
                point, point))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, 0", "-400, 0", "0, 400", "0, -400"})
    void faceOutsideThePhotoGivesNoCrop(double dx, double dy) {
        SimilarityTransform moved = new SimilarityTransform(1, 0, dx, dy);
        List<Point> points = DLIB.template().points().stream().map(moved::apply).toList();
        assertThat(DLIB.cut(face(new SimilarityTransform(1, 0, 0, 0), 150), detection(points))).isEmpty();
    }

    @Test
    void recipesAreTheSameExactlyWhenTheirNumbersAre() {
        assertThat(new AlignedCrop(150, 0.25)).isEqualTo(DLIB).isNotEqualTo(new AlignedCrop(150, 0.2))
                .isNotEqualTo(new AlignedCrop(160, 0.25)).isNotEqualTo(Crop.of(150, 0));
    }

    @Test
    void recipesDescribeThemselves() {
        assertThat(DLIB.describe()).isEqualTo("five points, turned, padding 0.25, 150 x 150");
        assertThat(Crop.DEFAULT.describe()).isEqualTo("box, margin 18, squeezed to 160 x 160");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void paddingThatLeavesNoRoomIsRefused(double padding) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlignedCrop(150, padding))
                .withMessageContaining("padding");
    }

    @Test
    void cropWithoutPixelsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AlignedCrop(0, 0.25))
                .withMessageContaining("imageSize");
    }

    /** A photo of soft waves that lie in the template's frame, seen through a transform from there to the photo. */
    private static RgbImage face(SimilarityTransform seen, int size) {
        byte[] values = new byte[size * size * RgbImage.CHANNELS];
        double squared = seen.a() * seen.a() + seen.b() * seen.b();
        for (int pixel = 0; pixel < size * size; pixel++) {
            double x = pixel % size + 0.5 - seen.dx();
            double y = pixel / size + 0.5 - seen.dy();
            double u = (seen.a() * x + seen.b() * y) / squared;
            double v = (seen.a() * y - seen.b() * x) / squared;
            for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                values[pixel * RgbImage.CHANNELS + channel] =
                        (byte) Math.round(128 + 60 * Math.sin(u / 17 + channel) + 60 * Math.cos(v / 23 - channel));
            }
        }
        return RgbImage.of(size, size, values);
    }

    private static Detection detection(List<Point> points) {
        return detection(new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)));
    }

    private static Detection detection(Landmarks landmarks) {
        return new Detection(new Box(10, 10, 100, 120), 1, landmarks);
    }
}
