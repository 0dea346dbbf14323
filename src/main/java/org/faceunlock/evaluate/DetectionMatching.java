package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Overlap;

/**
 * Which detections in one photo are of which faces.
 *
 * <p>Greedily: by falling probability, equals in the detector's order, each detection takes the face not yet taken with
 * which its IoU is highest, if that is at least the least overlap. A second detection of one face is a false one.
 *
 * @param matches by falling probability
 * @param falseDetections detections of no face, by falling probability
 * @param missed faces that no detection is of
 */
public record DetectionMatching(
        List<DetectionMatch> matches, List<Detection> falseDetections, List<FaceTruth> missed) {

    /** The usual least IoU. */
    public static final double LEAST_OVERLAP = 0.5;

    public DetectionMatching {
        matches = List.copyOf(matches);
        falseDetections = List.copyOf(falseDetections);
        missed = List.copyOf(missed);
    }

    /** As {@link #of(List, List, double)} with {@value #LEAST_OVERLAP}. */
    public static DetectionMatching of(List<Detection> found, List<FaceTruth> truths) {
        return of(found, truths, LEAST_OVERLAP);
    }

    /**
     * Matches what was found to what is there.
     *
     * @param leastOverlap IoU, above 0 to 1, from which on a detection is of a face
     */
    public static DetectionMatching of(List<Detection> found, List<FaceTruth> truths, double leastOverlap) {
        if (!(leastOverlap > 0 && leastOverlap <= 1)) {
            throw new IllegalArgumentException("leastOverlap: expected above 0 to 1, found " + leastOverlap);
        }
        List<FaceTruth> open = new ArrayList<>(truths);
        List<DetectionMatch> matches = new ArrayList<>();
        List<Detection> wrong = new ArrayList<>();
        List<Detection> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble(Detection::probability).reversed()); // stable
        for (Detection detection : sorted) {
            Optional<DetectionMatch> best = best(detection, open).filter(match -> match.overlap() >= leastOverlap);
            best.ifPresentOrElse(matches::add, () -> wrong.add(detection));
            best.ifPresent(match -> removeInstance(open, match.truth()));
        }
        return new DetectionMatching(matches, wrong, open);
    }

    private static Optional<DetectionMatch> best(Detection detection, List<FaceTruth> open) {
        return open.stream()
                .map(truth -> new DetectionMatch(detection, truth,
                        Overlap.IOU.of(detection.box(), truth.box(), BoxEnd.EXCLUSIVE)))
                .min(Comparator.comparingDouble(DetectionMatch::overlap).reversed()); // of equals, the first
    }

    private static void removeInstance(List<FaceTruth> open, FaceTruth taken) {
        int at = 0;
        while (open.get(at) != taken) {
            at++;
        }
        open.remove(at);
    }
}
