package org.faceunlock.evaluate;

import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rules of fusion beside one another, on the same comparisons and the same folds of people. */
public final class FusionTable {

    private FusionTable() {
    }

    /**
     * A row a rule: rule, threshold (median of the folds), FNMR and FMR out of sample with exact intervals of 95 %, EER
     * with the interval over people.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out
     */
    public static Table of(EvaluationFaces faces, List<Fusion> rules, ThresholdRule rule, long seed) {
        Table table = Table.create("rules of fusion", StringColumn.create("rule"), DoubleColumn.create("threshold"),
                StringColumn.create("FMR, people left out"), StringColumn.create("FNMR, people left out"),
                StringColumn.create("EER (95 %)"));
        for (Fusion fusion : rules) {
            PairScores pairs = faces.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, fusion);
            ThresholdFolds folds = ThresholdFolds.of(pairs, rule, seed);
            Interval equal = IdentityBootstrap.of(pairs, 200, seed).equalErrorRate(Interval.USUAL_CONFIDENCE);
            table.stringColumn(0).append(fusion.name());
            table.doubleColumn(1).append(folds.threshold());
            table.stringColumn(2).append(words(folds.falseMatch()));
            table.stringColumn(3).append(words(folds.falseNonMatch()));
            table.stringColumn(4).append(String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f)",
                    100 * pairs.scores().equalErrorRate().value(), 100 * equal.lower(), 100 * equal.upper()));
        }
        return table;
    }

    private static String words(Rate rate) {
        Interval interval = rate.interval(Interval.USUAL_CONFIDENCE);
        return rate.trials() == 0 ? "unknown" : String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f)",
                100 * rate.value(), 100 * interval.lower(), 100 * interval.upper());
    }
}
