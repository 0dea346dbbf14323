package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A threshold that was chosen, and what it was chosen from.
 *
 * @param protocol what was compared with what, such as {@code photo against photo}
 * @param attempts the comparisons, and the photos that never came to one
 * @param rule what the threshold was chosen for
 * @param threshold the similarity from which on to accept
 * @param greyZone how far it would differ with other people; the threshold lies in it
 * @param origin how the grey zone was found, for a person to read
 * @param people what is known besides where the people of the comparisons are
 */
public record ThresholdReport(String protocol, VerificationAttempts attempts, ThresholdRule rule, double threshold,
        GreyZone greyZone, String origin, Optional<PeopleEvidence> people) {

    /**
     * Errors that leave people out, and how far they would differ with other people.
     *
     * @param folds thresholds chosen without the people they are tried on, and their errors
     * @param falseMatch FMR at the threshold, 95 % of 200 drawings of the people
     * @param falseNonMatch FNMR likewise
     * @param equalError the equal error rate likewise
     */
    public record PeopleEvidence(
            ThresholdFolds folds, Interval falseMatch, Interval falseNonMatch, Interval equalError) {
    }

    private static final int DRAWS = 200;

    private static final List<Double> TARGETS = List.of(0.01, 0.001);

    /** Chooses from comparisons of which nothing else is known; equal seeds give equal reports. */
    public static ThresholdReport of(String protocol, VerificationAttempts attempts, ThresholdRule rule, long seed) {
        double threshold = rule.choose(attempts.comparisons());
        return new ThresholdReport(protocol, attempts, rule, threshold,
                ComparisonBootstrap.greyZone(attempts.comparisons(), rule, seed).including(threshold),
                "95 % of 200 drawings of the comparisons; whose they are is not known, and with people it is wider",
                Optional.empty());
    }

    /**
     * Chooses as for a lock: photo against the mean of the enrolled ones, for FMR 0.1 %, out of sample.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out; see {@link ThresholdFolds}
     */
    public static ThresholdReport ofLock(EvaluationFaces faces) {
        return of(ComparisonProtocol.PHOTO_TO_TEMPLATE, faces, Fusion.MEAN, ThresholdRule.targetFmr(0.001), 1);
    }

    /** The threshold from which on a lock opens: the upper end of the grey zone. */
    public Threshold opening() {
        return Threshold.cosine(Math.min(1, greyZone.upper()));
    }

    /**
     * Chooses out of sample: the median of the thresholds that leave people out, and their spread as the grey zone.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out; see {@link ThresholdFolds}
     */
    public static ThresholdReport of(
            ComparisonProtocol protocol, EvaluationFaces faces, Fusion fusion, ThresholdRule rule, long seed) {
        PairScores pairs = faces.compare(protocol, fusion);
        ThresholdFolds folds = ThresholdFolds.of(pairs, rule, seed);
        IdentityBootstrap drawn = IdentityBootstrap.of(pairs, DRAWS, seed);
        PeopleEvidence people = new PeopleEvidence(folds,
                drawn.falseMatchRate(folds.threshold(), Interval.USUAL_CONFIDENCE),
                drawn.falseNonMatchRate(folds.threshold(), Interval.USUAL_CONFIDENCE),
                drawn.equalErrorRate(Interval.USUAL_CONFIDENCE));
        return new ThresholdReport(protocol.title(), faces.attempts(pairs), rule, folds.threshold(), folds.greyZone(),
                "the thresholds of %s folds, each chosen without the people it is tried on"
                        .formatted(folds.thresholds().size()), Optional.of(people));
    }

    public VerificationScores scores() {
        return attempts.comparisons();
    }

    /** What the threshold does wrong to the comparisons that it was chosen from. */
    public OperatingPoint chosen() {
        return scores().at(threshold);
    }

    /** Errors at the least strict thresholds with FMR 1 % and 0.1 %. */
    public List<OperatingPoint> usual() {
        return TARGETS.stream().map(scores()::atFalseMatchRate).toList();
    }

    /**
     * Thresholds and their errors with 95 % intervals: for FMR 1 % and 0.1 %, then the recommended one, first on the
     * comparisons that it was chosen from, then over people drawn again, then on people left out of the choice.
     */
    public Table toTable() {
        Table table = Table.create(protocol, StringColumn.create("threshold for"), DoubleColumn.create("threshold"),
                StringColumn.create("FMR (95 %)"), StringColumn.create("FNMR (95 %)"));
        for (int i = 0; i < TARGETS.size(); i++) {
            add(table, "FMR at most " + ThresholdRule.percent(TARGETS.get(i)), usual().get(i));
        }
        add(table, rule.describe() + ", recommended", chosen());
        people.ifPresent(known -> {
            add(table, "the same, people drawn again", SystemTable.words(chosen().falseMatch().value(),
                    known.falseMatch()), SystemTable.words(chosen().falseNonMatch().value(), known.falseNonMatch()),
                    threshold);
            add(table, "the same, on people left out", SystemTable.words(known.folds().falseMatch()),
                    SystemTable.words(known.folds().falseNonMatch()), threshold);
        });
        return TableNumbers.atMostFourDecimals(table);
    }

    private static void add(Table table, String what, OperatingPoint point) {
        add(table, what, SystemTable.words(point.falseMatch()), SystemTable.words(point.falseNonMatch()),
                point.threshold());
    }

    private static void add(Table table, String what, String falseMatch, String falseNonMatch, double threshold) {
        table.stringColumn(0).append(what);
        table.doubleColumn(1).append(threshold);
        table.stringColumn(2).append(falseMatch);
        table.stringColumn(3).append(falseNonMatch);
    }

    /** What must not be read into the numbers: targets too rare for so few comparisons, and what no error proves. */
    public List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        OperatingPoint point = chosen();
        long strangers = point.falseMatch().trials();
        for (double target : TARGETS) {
            if (target != rule.value() && !ThresholdRule.targetFmr(target).reachableWith(strangers)) {
                cautions.add(tooFew(target, strangers));
            }
        }
        if (!rule.reachableWith(strangers)) {
            cautions.add(tooFew(rule.value(), strangers));
        }
        if (point.falseMatch().events() == 0) {
            cautions.add(noError(strangers, "stranger pairs", "FMR"));
        }
        if (point.falseNonMatch().events() == 0) {
            cautions.add(noError(point.falseNonMatch().trials(), "pairs of one person", "FNMR"));
        }
        if (point.falseNonMatch().complement().events() == 0) {
            cautions.add("At this threshold nobody is recognised: strangers score as high as the same person does.");
        }
        return List.copyOf(cautions);
    }

    private static String tooFew(double target, long comparisons) {
        return String.format(Locale.ROOT, "FMR %s is out of reach: %d stranger pairs show no rate below %s;"
                        + " the threshold just refuses all of them, and a claim needs %d without an error.",
                ThresholdRule.percent(target), comparisons, ThresholdRule.percent(1.0 / comparisons),
                SamplePlan.withoutError(target));
    }

    /** What it proves that nothing went wrong: the one-sided 95 % bound. */
    public static String noError(long trials, String comparisons, String rate) {
        return String.format(Locale.ROOT, "No error in %d %s proves only %s < %s (one-sided 95 %%).", trials,
                comparisons, rate, ThresholdRule.percent(new Rate(0, trials).upperBound(Interval.USUAL_CONFIDENCE)));
    }
}
