package org.faceunlock.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.geometry.SimilarityTransform;

/**
 * A turned, scaled and shifted square that puts five landmarks as closely as it can onto those of a mean face; outside
 * the photo it is black. Thread-safe.
 *
 * <p>Source: dlib's {@code get_face_chip_details} (image_transforms/interpolation.h); the places are those of its mean
 * face of 68 points: of six points each the mean for an eye, point 30 for the nose, 48 and 54 for the mouth.
 *
 * @param imageSize side of the crop in pixels, at least 1
 * @param padding space on each side of the mean face, as a share of its width; more than -0.5
 */
public record AlignedCrop(int imageSize, double padding) implements CropRecipe {

    /** The crop that dlib's face recognition network was trained on. */
    public static final AlignedCrop DLIB = new AlignedCrop(150, 0.25);

    private static final List<Point> MEAN_FACE = List.of(new Point(0.2254918333, 0.2159903333),
            new Point(0.7547613333, 0.2159903333), new Point(0.490127, 0.515625), new Point(0.254149, 0.780233),
            new Point(0.726104, 0.780233));

    public AlignedCrop {
        if (imageSize < 1) {
            throw new IllegalArgumentException("imageSize: expected at least 1 pixel, found " + imageSize);
        }
        if (!(padding > -0.5 && Double.isFinite(padding))) {
            throw new IllegalArgumentException("padding: expected a share above -0.5, found " + padding);
        }
    }

    /** Where the landmarks of the mean face lie in the crop, in pixels. */
    public Landmarks template() {
        List<Point> places = MEAN_FACE.stream().map(point -> new Point(place(point.x()), place(point.y()))).toList();
        return new Landmarks(places.get(0), places.get(1), places.get(2), places.get(3), places.get(4));
    }

    private double place(double share) {
        return (padding + share) / (1 + 2 * padding) * imageSize;
    }

    /** Where each place of the crop lies in the photo; empty when the landmarks all lie in one place. */
    public Optional<SimilarityTransform> toPhoto(Landmarks landmarks) {
        return SimilarityTransform.leastSquares(template().points(), landmarks.points());
    }

    @Override
    public Optional<RgbImage> cut(RgbImage photo, Detection face) {
        return toPhoto(face.landmarks()).filter(transform -> reaches(transform, photo))
                .map(transform -> SimilarityWarp.square(photo, transform, imageSize));
    }

    /** Whether the upright square around the turned one has a pixel of the photo. */
    private boolean reaches(SimilarityTransform transform, RgbImage photo) {
        List<Point> corners = IntStream.of(0, imageSize).boxed()
                .flatMap(x -> IntStream.of(0, imageSize).mapToObj(y -> transform.apply(new Point(x, y)))).toList();
        return corners.stream().anyMatch(corner -> corner.x() > 0)
                && corners.stream().anyMatch(corner -> corner.x() < photo.width())
                && corners.stream().anyMatch(corner -> corner.y() > 0)
                && corners.stream().anyMatch(corner -> corner.y() < photo.height());
    }

    @Override
    public String describe() {
        return "five points, turned, padding %s, %s x %2$s".formatted(padding, imageSize);
    }
}
