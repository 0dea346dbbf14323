package org.faceunlock.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;

/**
 * Which face counts when a photo has several; of equals, the first detected.
 *
 * <p>All but {@link #EXACTLY_ONE} are the selection methods of facenet-pytorch 787da06, {@code MTCNN.select_boxes}.
 * There, "largest_over_threshold" returns the probability and landmarks of another face when an unlikely one precedes;
 * here box, probability and landmarks belong together.
 */
public enum FacePolicy {
    /** The face with the largest box. */
    LARGEST,
    /** The face with the highest probability. */
    PROBABILITY,
    /** The face with the largest box among those with a probability above {@value #SURE}; none if there is none. */
    LARGEST_OVER_THRESHOLD,
    /**
     * The face with the largest area less {@value #CENTRE_WEIGHT} times the squared distance of its centre from the
     * photo's, in square pixels.
     */
    CENTRE_WEIGHTED_SIZE,
    /** The only face; none if there are several. */
    EXACTLY_ONE;

    /** Probability that {@link #LARGEST_OVER_THRESHOLD} asks for. */
    static final double SURE = 0.9;

    /** What a squared pixel away from the centre costs {@link #CENTRE_WEIGHTED_SIZE}, in square pixels. */
    static final double CENTRE_WEIGHT = 2.0;

    /**
     * The face that counts; empty when there is none, or none that this policy accepts.
     *
     * @param found the detections in one photo
     * @param width of that photo in pixels
     * @param height of that photo in pixels
     */
    public Optional<Detection> choose(List<Detection> found, int width, int height) {
        return switch (this) {
            case LARGEST -> highest(found, detection -> detection.box().area());
            case PROBABILITY -> highest(found, Detection::probability);
            case LARGEST_OVER_THRESHOLD -> LARGEST.choose(
                    found.stream().filter(detection -> detection.probability() > SURE).toList(), width, height);
            case CENTRE_WEIGHTED_SIZE -> {
                Point centre = new Box(0, 0, width, height).centre();
                yield highest(found, detection -> centredSize(detection.box(), centre));
            }
            case EXACTLY_ONE -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        };
    }

    /** Why {@link #choose} gave no face. */
    FaceOutcome refusal(List<Detection> found) {
        if (found.isEmpty()) {
            return FaceOutcome.without(FaceStatus.NO_FACE, found, "no face found");
        }
        return switch (this) {
            case EXACTLY_ONE -> FaceOutcome.without(FaceStatus.SEVERAL_FACES, found,
                    "%s faces found, exactly one expected".formatted(found.size()));
            case LARGEST_OVER_THRESHOLD -> FaceOutcome.without(FaceStatus.NO_FACE, found,
                    "no face found with a probability above %s".formatted(SURE));
            case LARGEST, PROBABILITY, CENTRE_WEIGHTED_SIZE -> throw new IllegalArgumentException(
                    "found: expected no face, as %s accepts one of any, found %s".formatted(this, found.size()));
        };
    }

    private static double centredSize(Box box, Point centre) {
        double distance = box.centre().distanceTo(centre);
        return box.area() - CENTRE_WEIGHT * distance * distance;
    }

    private static Optional<Detection> highest(List<Detection> found, ToDoubleFunction<Detection> value) {
        return found.stream().min(Comparator.comparingDouble(value).reversed()); // of equals, min gives the first
    }
}
