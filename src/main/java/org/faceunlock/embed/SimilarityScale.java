package org.faceunlock.embed;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The scales in which programs say how alike two faces are, and what a number in one is in another. All are functions
 * of the angle between the two embeddings, so that nothing is lost on the way but what rounding takes.
 *
 * <p>Distances are those of embeddings of length 1, where squared distance = 2 - 2 cosine; only
 * {@link #FACE_RECOGNITION} is of embeddings as dlib's network gives them.
 */
public enum SimilarityScale {
    /** Raw cosine: this library's scale. */
    COSINE(-1, 1, true, "a cosine") {
        @Override
        double fromCosine(double cosine) {
            return cosine;
        }

        @Override
        double toCosine(double value) {
            return value;
        }
    },
    /** Euclidean distance of embeddings of length 1, as facenet's papers and programs have it. */
    EUCLIDEAN(0, 2, false, "a Euclidean distance of vectors of length 1") {
        @Override
        double fromCosine(double cosine) {
            return Math.sqrt(2 - 2 * cosine);
        }

        @Override
        double toCosine(double value) {
            return 1 - value * value / 2;
        }
    },
    /** Squared Euclidean distance of embeddings of length 1. */
    SQUARED_EUCLIDEAN(0, 4, false, "a squared Euclidean distance of vectors of length 1") {
        @Override
        double fromCosine(double cosine) {
            return 2 - 2 * cosine;
        }

        @Override
        double toCosine(double value) {
            return 1 - value / 2;
        }
    },
    /** The angle in degrees. */
    ANGLE(0, 180, false, "an angle in degrees") {
        @Override
        double fromCosine(double cosine) {
            return Math.toDegrees(Math.acos(cosine));
        }

        @Override
        double toCosine(double value) {
            return Math.cos(Math.toRadians(value));
        }
    },
    /** (cosine + 1) / 2, which several programs call a similarity or a percentage. */
    HALVED(0, 1, true, "a cosine moved to 0 to 1") {
        @Override
        double fromCosine(double cosine) {
            return (cosine + 1) / 2;
        }

        @Override
        double toCosine(double value) {
            return 2 * value - 1;
        }
    },
    /**
     * CompreFace's similarity for its default model, 20180402-114759: (tanh((1.1817961 - d) 5.291995557) + 1) / 2 of
     * the Euclidean distance d. It never reaches 1.
     */
    COMPREFACE(Origin.compreFace(2), Origin.compreFace(0), true, "a similarity of CompreFace's default model") {
        @Override
        double fromCosine(double cosine) {
            return Origin.compreFace(EUCLIDEAN.fromCosine(cosine));
        }

        @Override
        double toCosine(double value) {
            double t = 2 * value - 1;
            double distance = Origin.MIDDLE - Math.log((1 + t) / (1 - t)) / 2 / Origin.STEEPNESS;
            return EUCLIDEAN.toCosine(distance);
        }
    },
    /**
     * Distance in face_recognition: Euclidean, of dlib's embeddings as they are, which are not of length 1. The
     * translation takes both for 1.43 long, the mean over five photos of real people (1.40 to 1.51), and is as rough as
     * that.
     */
    FACE_RECOGNITION(0, 2 * Origin.DLIB_LENGTH, false, "a distance of face_recognition (dlib)") {
        @Override
        double fromCosine(double cosine) {
            return Origin.DLIB_LENGTH * EUCLIDEAN.fromCosine(cosine);
        }

        @Override
        double toCosine(double value) {
            return EUCLIDEAN.toCosine(value / Origin.DLIB_LENGTH);
        }
    };

    /** Constants of other programs. */
    private static final class Origin {

        static final double DLIB_LENGTH = 1.43;
        static final double MIDDLE = 1.1817961;
        static final double STEEPNESS = 5.291995557;

        static double compreFace(double distance) {
            return (Math.tanh((MIDDLE - distance) * STEEPNESS) + 1) / 2;
        }
    }

    private final double low;
    private final double high;
    private final boolean rising;
    private final String title;

    SimilarityScale(double low, double high, boolean rising, String title) {
        this.low = low;
        this.high = high;
        this.rising = rising;
        this.title = title;
    }

    /** Whether a higher number means more alike; else it is a distance, and lower does. */
    public boolean higherIsMoreAlike() {
        return rising;
    }

    /** The least number that there is in this scale. */
    public double least() {
        return low;
    }

    /** The highest number that there is in this scale. */
    public double most() {
        return high;
    }

    abstract double fromCosine(double cosine);

    abstract double toCosine(double value);

    /**
     * A number of this scale in another.
     *
     * @throws IllegalArgumentException if there is no such number in this scale
     */
    public double to(SimilarityScale other, double value) {
        check(value);
        if (other == this) {
            return value;
        }
        double cosine = Math.max(-1, Math.min(1, toCosine(value)));
        return Math.max(other.low, Math.min(other.high, other.fromCosine(cosine)));
    }

    /** @throws IllegalArgumentException if there is no such number in this scale */
    void check(double value) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("value: expected %s from %s to %s, found %s; it is no percentage"
                    .formatted(title, number(low), number(high), value));
        }
    }

    /**
     * The scale with that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SimilarityScale labelled(String label) {
        return Arrays.stream(values()).filter(scale -> scale.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scale: expected one of %s, found '%s'".formatted(
                        Arrays.stream(values()).map(SimilarityScale::label).collect(Collectors.joining(", ")), label)));
    }

    /** As a user types it, such as {@code face-recognition}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As an error names it. */
    public String title() {
        return title;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4g", value);
    }
}
