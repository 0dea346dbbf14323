package org.faceunlock.image;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/**
 * Looks again where another detector found no face, or is not sure of it, for MTCNN takes one in four faces that stand
 * on their heads for upright ones: at the photo in its three other quarter turns, and if there is none either, with a
 * black border around it, as close-ups need. Safe for use by several threads if that detector is.
 *
 * <p>What is found in a turned photo is accepted only where its landmarks stand upright, eyes above nose above mouth,
 * and, if there was a face before, where it is a face by ten times the odds. The outcome's reason says what was done.
 * Boxes and landmarks are given in the photo as it is; the crop is upright. A photo of several faces is not turned
 * where several are refused.
 */
public final class TurningDetector implements FaceDetector {

    /** The border, as a share of the longer side. */
    private static final double BORDER = 0.5;

    /** A face of that probability is not looked at again. */
    private static final double SURE = 0.9999;

    /** How much better the odds of a turned face have to be; of upright photos, none came above 2. */
    private static final double BETTER = 10;

    private final FaceDetector detector;

    private TurningDetector(FaceDetector detector) {
        this.detector = detector;
    }

    /** Looks again where that detector finds no face. */
    public static TurningDetector of(FaceDetector detector) {
        return new TurningDetector(detector);
    }

    @Override
    public FaceDetector cutting(CropRecipe recipe) {
        return new TurningDetector(detector.cutting(recipe));
    }

    @Override
    public FaceOutcome find(RgbImage photo) {
        FaceOutcome plain = detector.find(photo);
        boolean isSure = plain.face().filter(face -> face.probability() >= SURE && isUpright(face.landmarks()))
                .isPresent();
        if (isSure || plain.status() != FaceStatus.NO_FACE && plain.status() != FaceStatus.FACE) {
            return plain;
        }
        double width = photo.width();
        double height = photo.height();
        Optional<FaceOutcome> best = Stream.of(
                turned(photo, Orientation.QUARTER_TURN, "a quarter turn clockwise",
                        p -> new Point(p.y(), height - p.x())),
                turned(photo, Orientation.QUARTER_TURN_BACK, "a quarter turn anticlockwise",
                        p -> new Point(width - p.y(), p.x())),
                turned(photo, Orientation.HALF_TURN, "a half turn", p -> new Point(width - p.x(), height - p.y())))
                .flatMap(Optional::stream).max(Comparator.comparingDouble(TurningDetector::odds));
        if (plain.status() == FaceStatus.FACE) {
            return best.filter(turned -> odds(turned) >= BETTER * odds(plain)).orElse(plain);
        }
        return best.or(() -> bordered(photo)).orElse(plain);
    }

    private static double odds(FaceOutcome outcome) {
        double probability = outcome.face().orElseThrow().probability();
        return probability / (1 - probability);
    }

    private Optional<FaceOutcome> turned(RgbImage photo, Orientation turn, String done, UnaryOperator<Point> back) {
        return accepted(turn.upright(photo), "found after " + done, back);
    }

    private Optional<FaceOutcome> bordered(RgbImage photo) {
        int border = (int) (BORDER * Math.max(photo.width(), photo.height()));
        int width = photo.width() + 2 * border;
        byte[] values = new byte[Math.multiplyExact(Math.multiplyExact(width, photo.height() + 2 * border),
                RgbImage.CHANNELS)];
        for (int y = 0; y < photo.height(); y++) {
            byte[] row = photo.row(y);
            System.arraycopy(row, 0, values, ((y + border) * width + border) * RgbImage.CHANNELS, row.length);
        }
        return accepted(RgbImage.owning(width, photo.height() + 2 * border, values), "found with a border around the"
                + " photo",
                p -> new Point(p.x() - border, p.y() - border));
    }

    private Optional<FaceOutcome> accepted(RgbImage changed, String done, UnaryOperator<Point> back) {
        FaceOutcome found = detector.find(changed);
        if (found.face().filter(face -> isUpright(face.landmarks())).isEmpty()) {
            return Optional.empty();
        }
        List<Detection> detections = found.detections().stream().map(one -> moved(one, back)).toList();
        return Optional.of(new FaceOutcome(found.status(), detections, found.face().map(one -> moved(one, back)),
                found.crop(), found.recipe(), done));
    }

    /** Eyes above nose above mouth, and the line of the eyes closer to level than to upright. */
    static boolean isUpright(Landmarks face) {
        double across = face.rightEye().x() - face.leftEye().x();
        double down = face.rightEye().y() - face.leftEye().y();
        double eyes = (face.leftEye().y() + face.rightEye().y()) / 2;
        double mouth = (face.leftMouth().y() + face.rightMouth().y()) / 2;
        return across > Math.abs(down) && eyes < face.nose().y() && face.nose().y() < mouth;
    }

    private static Detection moved(Detection face, UnaryOperator<Point> back) {
        Box box = face.box();
        Point one = back.apply(new Point(box.x1(), box.y1()));
        Point other = back.apply(new Point(box.x2(), box.y2()));
        Point[] places = face.landmarks().points().stream().map(back).toArray(Point[]::new);
        return new Detection(new Box(Math.min(one.x(), other.x()), Math.min(one.y(), other.y()),
                Math.max(one.x(), other.x()), Math.max(one.y(), other.y())), face.probability(),
                new Landmarks(places[0], places[1], places[2], places[3], places[4]));
    }
}
