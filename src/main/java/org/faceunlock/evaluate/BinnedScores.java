package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.Embeddings;

/**
 * All comparisons among many faces, counted in bins as they are computed: 20,000 faces make 2 * 10^8, which {@link
 * VerificationScores} would keep. Immutable.
 *
 * <p>Errors at the edges of bins are exact, for a comparison is accepted when its similarity is at least the threshold,
 * and a bin begins with its lower edge; other thresholds are rounded up to an edge. NaN is accepted by none.
 */
public final class BinnedScores {

    /** Bins from -1 to 1; the last begins at 1. */
    private static final int BINS = 20_001;

    private static final int PER_ONE = 10_000;

    /** Comparisons at or above the lower edge of each bin, and how many there are in all. */
    private final long[] mated;
    private final long[] nonMated;
    private final long allMated;
    private final long allNonMated;

    private BinnedScores(AtomicLongArray mated, AtomicLongArray nonMated) {
        this.allMated = sum(mated);
        this.allNonMated = sum(nonMated);
        this.mated = fromAbove(mated);
        this.nonMated = fromAbove(nonMated);
    }

    /**
     * Every two of those faces, on all processors.
     *
     * @throws IllegalArgumentException if a face has no person, or there are not two faces of one and two of different
     *     people
     */
    public static BinnedScores of(Embeddings faces) {
        PairScores.requirePeople(faces);
        List<String> people = faces.people();
        int[] person = faces.personOfEach().stream().mapToInt(people::indexOf).toArray();
        AtomicLongArray mated = new AtomicLongArray(BINS + 1);
        AtomicLongArray nonMated = new AtomicLongArray(BINS + 1);
        SimilarityMatrix.visit(faces, (row, column, similarity) -> {
            if (row != column) {
                (person[row] == person[column] ? mated : nonMated).incrementAndGet(bin(similarity));
            }
        });
        BinnedScores scores = new BinnedScores(mated, nonMated);
        if (scores.allMated == 0 || scores.allNonMated == 0) {
            throw new IllegalArgumentException("faces: expected several each of several people, found %s of %s"
                    .formatted(faces.size(), people.size()));
        }
        return scores;
    }

    /** The bin of a similarity; that after the last for NaN. */
    private static int bin(double similarity) {
        if (Double.isNaN(similarity)) {
            return BINS;
        }
        int bin = (int) ((similarity + 1) * PER_ONE);
        return bin + 1 < BINS && similarity >= edge(bin + 1) ? bin + 1 : similarity < edge(bin) ? bin - 1 : bin;
    }

    private static double edge(int bin) {
        return (bin - PER_ONE) / (double) PER_ONE;
    }

    private static long sum(AtomicLongArray counts) {
        return IntStream.range(0, counts.length()).mapToLong(counts::get).sum();
    }

    private static long[] fromAbove(AtomicLongArray counts) {
        long[] from = new long[BINS + 1];
        for (int bin = BINS - 1; bin >= 0; bin--) {
            from[bin] = from[bin + 1] + counts.get(bin);
        }
        return from;
    }

    /** Both errors at the edge at or next above a threshold. */
    public OperatingPoint at(double threshold) {
        int bin = (int) Math.max(0, Math.min(BINS, Math.ceil((threshold + 1) * PER_ONE - 1e-6)));
        return point(bin);
    }

    private OperatingPoint point(int bin) {
        return new OperatingPoint(edge(bin), new Rate(nonMated[bin], allNonMated),
                new Rate(allMated - mated[bin], allMated));
    }

    /** The lowest edge that keeps FMR at or below a target, 0 to below 1. */
    public OperatingPoint atFalseMatchRate(double target) {
        return IntStream.rangeClosed(0, BINS).mapToObj(this::point)
                .filter(point -> point.falseMatch().value() <= target).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("target: expected 0 to below 1, found " + target));
    }

    /** The DET curve: both errors at every edge where one of them changes, by rising threshold. */
    public List<OperatingPoint> curve() {
        List<OperatingPoint> points = new ArrayList<>();
        for (int bin = 0; bin <= BINS; bin++) {
            if (bin == 0 || mated[bin] != mated[bin - 1] || nonMated[bin] != nonMated[bin - 1]) {
                points.add(point(bin));
            }
        }
        return List.copyOf(points);
    }

    /** Where FMR and FNMR are the same, on the straight line between the edges around it. */
    public EqualErrorRate equalErrorRate() {
        OperatingPoint before = point(0);
        for (int bin = 1; bin <= BINS; bin++) {
            OperatingPoint point = point(bin);
            double fmr = point.falseMatch().value();
            double fnmr = point.falseNonMatch().value();
            if (fnmr >= fmr) {
                return new EqualErrorRate(EqualErrorRate.crossing(fmr, fnmr, before.falseMatch().value(),
                        before.falseNonMatch().value()), before.threshold());
            }
            before = point;
        }
        throw new IllegalStateException("above all similarities FMR is 0");
    }

    @Override
    public String toString() {
        return "BinnedScores[%s mated, %s non-mated, bins of %s]".formatted(allMated, allNonMated, 1.0 / PER_ONE);
    }
}
