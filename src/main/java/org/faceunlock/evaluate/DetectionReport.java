package org.faceunlock.evaluate;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How well a detector does over many photos whose faces are known. Immutable, so safe to share between threads.
 */
public final class DetectionReport {

    private final List<DetectionMatching> photos;

    private DetectionReport(List<DetectionMatching> photos) {
        this.photos = photos;
    }

    /** The report of those photos, one matching a photo. */
    public static DetectionReport of(List<DetectionMatching> photos) {
        return new DetectionReport(List.copyOf(photos));
    }

    /** How many photos there are. */
    public int photos() {
        return photos.size();
    }

    /** The share of the faces that were found. */
    public Rate recall() {
        return recallAt(0);
    }

    /** The share of the faces that were found with at least this probability. */
    public Rate recallAt(double probability) {
        long missed = photos.stream().mapToLong(photo -> photo.missed().size()).sum();
        return new Rate(found(probability), found(0) + missed);
    }

    /** The share of the faces found that were found with at least this probability. */
    public Rate keptAt(double probability) {
        return new Rate(found(probability), found(0));
    }

    private long found(double probability) {
        return matches().filter(match -> match.detection().probability() >= probability).count();
    }

    /** How many detections were of no face. */
    public long falseDetections() {
        return photos.stream().mapToLong(photo -> photo.falseDetections().size()).sum();
    }

    /** Detections of no face a photo, which may exceed 1; NaN without photos. */
    public double falseDetectionsPerPhoto() {
        return photos.isEmpty() ? Double.NaN : (double) falseDetections() / photos.size();
    }

    /** The share of the photos with at least one detection of no face. */
    public Rate photosWithFalseDetections() {
        long some = photos.stream().filter(photo -> !photo.falseDetections().isEmpty()).count();
        return new Rate(some, photos.size());
    }

    /**
     * A quantile of the landmark errors of the faces found, in eye distances, linear between order statistics.
     *
     * @param share of the faces with at most that error, above 0 to 1; 0.5 is the median
     * @return NaN when no face was found
     */
    public double landmarkError(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: expected above 0 to 1, found " + share);
        }
        double[] errors = matches().mapToDouble(DetectionMatch::landmarkError).toArray();
        return new Percentile().withEstimationType(Percentile.EstimationType.R_7).evaluate(errors, 100 * share);
    }

    private Stream<DetectionMatch> matches() {
        return photos.stream().flatMap(photo -> photo.matches().stream());
    }

    @Override
    public String toString() {
        return "DetectionReport of " + photos() + " photos: recall " + recall() + ", false detections "
                + falseDetections();
    }
}
