package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.RgbImage;

/**
 * All that looking at one photo tells, before any threshold is held against it: moving a threshold needs no network.
 *
 * @param file where the photo lies; empty for one that came as pixels
 * @param detections every face found, in the finder's order
 * @param crop the face that was compared, as the network saw it; empty when none was cut out
 * @param similarity with the template, -1 to 1; NaN exactly when there is an obstacle
 * @param nearest the enrolled photo most like it; empty exactly when there is an obstacle
 * @param obstacle why there is nothing to compare
 */
public record Measurement(
        Optional<Path> file,
        List<Detection> detections,
        Optional<RgbImage> crop,
        double similarity,
        Optional<NearestPhoto> nearest,
        Optional<Obstacle> obstacle) {

    public Measurement {
        detections = List.copyOf(detections);
        if (Double.isNaN(similarity) != obstacle.isPresent() || nearest.isPresent() == obstacle.isPresent()) {
            throw new IllegalArgumentException(
                    "measurement: expected either a similarity and a nearest photo or an obstacle, found %s, %s, %s"
                            .formatted(similarity, nearest, obstacle));
        }
    }

    /** A photo whose face was compared. */
    static Measurement of(Optional<Path> file, FaceOutcome found, double similarity, NearestPhoto nearest) {
        return new Measurement(
                file, found.detections(), found.crop(), similarity, Optional.of(nearest), Optional.empty());
    }

    /** A photo that was read, and could not be compared. */
    static Measurement hindered(Optional<Path> file, FaceOutcome found, Obstacle obstacle) {
        return new Measurement(
                file, found.detections(), found.crop(), Double.NaN, Optional.empty(), Optional.of(obstacle));
    }

    /** A file that was no photo. */
    static Measurement hindered(Optional<Path> file, Obstacle obstacle) {
        return new Measurement(
                file, List.of(), Optional.empty(), Double.NaN, Optional.empty(), Optional.of(obstacle));
    }

    /** What that comes to. */
    public Decision decide(Threshold threshold) {
        return new Decision(this, threshold);
    }
}
