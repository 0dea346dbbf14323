package org.faceunlock.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Ways to compare the same photos, beside one another on the same folds of people: models, rules of fusion.
 *
 * <p>Folds and drawings depend on the people, the seed, and of whom there are comparisons: they are the same unless one
 * way has none of somebody.
 */
public final class SystemTable {

    private static final int DRAWS = 200;

    private SystemTable() {
    }

    /**
     * A row a system: its name, threshold (median of the folds), FMR and FNMR out of sample with exact intervals of
     * 95 %, EER with the interval over people, and how much the EER is above that of the first, in the same drawings of
     * the people: what an interval there without 0 tells apart.
     *
     * @param kind what a name stands for: the title of the first column
     * @throws IllegalArgumentException if there are too few people to leave any out
     */
    public static Table of(String kind, Map<String, PairScores> systems, ThresholdRule rule, long seed) {
        Table table = Table.create(kind + "s, " + rule.describe(), StringColumn.create(kind),
                DoubleColumn.create("threshold"), StringColumn.create("FMR, people left out"),
                StringColumn.create("FNMR, people left out"), StringColumn.create("EER (95 %)"),
                StringColumn.create("EER above the first's (95 %)"));
        Optional<IdentityBootstrap> first = Optional.empty();
        for (Map.Entry<String, PairScores> system : systems.entrySet()) {
            ThresholdFolds folds = ThresholdFolds.of(system.getValue(), rule, seed);
            IdentityBootstrap drawn = IdentityBootstrap.of(system.getValue(), DRAWS, seed);
            table.stringColumn(0).append(system.getKey());
            table.doubleColumn(1).append(folds.threshold());
            table.stringColumn(2).append(words(folds.falseMatch()));
            table.stringColumn(3).append(words(folds.falseNonMatch()));
            table.stringColumn(4).append(words(drawn.equalErrorRate(),
                    drawn.equalErrorRate(Interval.USUAL_CONFIDENCE)));
            table.stringColumn(5).append(first.map(base -> words(drawn.equalErrorRate() - base.equalErrorRate(),
                    drawn.equalErrorAbove(base, Interval.USUAL_CONFIDENCE))).orElse(""));
            first = first.or(() -> Optional.of(drawn));
        }
        return TableNumbers.atMostFourDecimals(table);
    }

    /** A share in percent with its exact interval of 95 %. */
    static String words(Rate rate) {
        return rate.trials() == 0 ? "unknown" : words(rate.value(), rate.interval(Interval.USUAL_CONFIDENCE));
    }

    static String words(double value, Interval interval) {
        return String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f)", 100 * value, 100 * interval.lower(),
                100 * interval.upper());
    }
}
