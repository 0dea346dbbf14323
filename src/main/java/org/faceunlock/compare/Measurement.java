package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.RgbImage;

/**
 * All that looking at one photo tells, before any threshold is held against it: moving a threshold needs no network.
 *
 * @param file where the photo lies; empty for one that came as pixels
 * @param detections every face found, in the finder's order
 * @param crop the face that was compared, as the network saw it; empty when none was cut out
 * @param similarity with the template, -1 to 1; NaN exactly when there is a rejection
 * @param nearest the enrolled photo most like it; empty exactly when there is a rejection
 * @param rejection why there is nothing to compare
 * @param name what the photo is called
 * @param pixels the photo itself where it did not come from a file
 */
public record Measurement(
        Optional<Path> file,
        List<Detection> detections,
        Optional<RgbImage> crop,
        double similarity,
        Optional<NearestPhoto> nearest,
        Optional<Rejection> rejection,
        String name,
        Optional<RgbImage> pixels) {

    public Measurement {
        detections = List.copyOf(detections);
        if (Double.isNaN(similarity) != rejection.isPresent() || nearest.isPresent() == rejection.isPresent()) {
            throw new IllegalArgumentException(
                    "measurement: expected either a similarity and a nearest photo or a rejection, found %s, %s, %s"
                            .formatted(similarity, nearest, rejection));
        }
        if (Math.abs(similarity) > 1) {
            throw new IllegalArgumentException("similarity: expected a cosine from -1 to 1, found " + similarity);
        }
    }

    /** A measurement of a photo that is called like its file. */
    public Measurement(Optional<Path> file, List<Detection> detections, Optional<RgbImage> crop, double similarity,
            Optional<NearestPhoto> nearest, Optional<Rejection> rejection) {
        this(file, detections, crop, similarity, nearest, rejection,
                file.map(Path::getFileName).map(Path::toString).orElse("photo"), Optional.empty());
    }

    /** The same of a photo that came as pixels, under this name. */
    Measurement of(String photoName, Optional<RgbImage> photo) {
        return new Measurement(file, detections, crop, similarity, nearest, rejection, photoName, photo);
    }

    /** A photo whose face was compared. */
    static Measurement of(Optional<Path> file, FaceOutcome found, double similarity, NearestPhoto nearest) {
        return new Measurement(
                file, found.detections(), found.crop(), similarity, Optional.of(nearest), Optional.empty());
    }

    /** A photo that was read, and could not be compared. */
    static Measurement notComparable(Optional<Path> file, FaceOutcome found, Rejection rejection) {
        return new Measurement(
                file, found.detections(), found.crop(), Double.NaN, Optional.empty(), Optional.of(rejection));
    }

    /** A file that was no photo. */
    static Measurement notComparable(Optional<Path> file, Rejection rejection) {
        return new Measurement(
                file, List.of(), Optional.empty(), Double.NaN, Optional.empty(), Optional.of(rejection));
    }

    /** What that comes to. */
    public Decision decide(Threshold threshold) {
        return new Decision(this, threshold);
    }
}
