package org.faceunlock.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Rules of fusion beside one another, on the same comparisons and the same folds of people. */
public final class FusionTable {

    private FusionTable() {
    }

    /**
     * A row a rule, photo against template, with the columns of {@link SystemTable}.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out
     */
    public static Table of(EvaluationFaces faces, List<Fusion> rules, ThresholdRule rule, long seed) {
        Map<String, PairScores> scores = new LinkedHashMap<>();
        rules.forEach(fusion -> scores.put(fusion.name(), faces.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE,
                fusion)));
        return SystemTable.of("rule", scores, rule, seed);
    }
}
