package org.faceunlock.plot;

import org.faceunlock.compare.SimilarityMatrix;

/**
 * The numbers at the two ends of a colour scale.
 *
 * @param low at fraction 0
 * @param high at fraction 1, above {@code low}
 */
record ValueRange(double low, double high) {

    ValueRange {
        if (!(high > low) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "limits: expected finite low < high, found %s to %s".formatted(low, high));
        }
    }

    /**
     * Limits for cosine similarities: up to 1; from 0, or from the tenth below the lowest number if that is negative;
     * where 0 is the middle of the scale, as far below it as the largest magnitude reaches above.
     */
    static ValueRange of(SimilarityMatrix similarities, ColourScale scale) {
        double lowest = 0;
        double highest = 1;
        for (int row = 0; row < similarities.size(); row++) {
            for (int column = 0; column < similarities.size(); column++) {
                double value = similarities.get(row, column);
                if (Double.isFinite(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        double low = lowest < 0 ? Math.floor(lowest * 10 - 1e-9) / 10 : 0;
        double high = highest > 1 + 1e-4 ? Math.ceil(highest * 10 - 1e-9) / 10 : 1;
        double reach = Math.max(-low, high);
        return switch (scale.zero()) {
            case ANYWHERE -> new ValueRange(low, high);
            case LOWEST -> new ValueRange(0, high);
            case MIDDLE -> new ValueRange(-reach, reach);
        };
    }

    /** Where a number lies on the scale, 0 to 1; beyond the limits it is clipped, NaN stays NaN. */
    double fraction(double value) {
        double share = (value - low) / (high - low);
        return Double.isNaN(share) ? share : Math.max(0, Math.min(1, share));
    }
}
