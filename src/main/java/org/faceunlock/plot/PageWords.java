package org.faceunlock.plot;

import com.google.gson.JsonArray;
import java.util.Locale;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.ThresholdReport;

/** What a page says of a report in plain words, a term and a sentence at a time. */
final class PageWords {

    static final String LIMITS = "Flat pictures only (2D), and no liveness check: a printed photo, or one on a screen,"
            + " may pass. The figures are of the photos looked at; other people, cameras and light have others. A"
            + " threshold holds for the networks that it was chosen with, and for no others.";

    private PageWords() {
    }

    /** The recommended threshold first. */
    static JsonArray facts(ThresholdReport report, String looked) {
        JsonArray facts = new JsonArray();
        add(facts, "Recommended", fixed(report.threshold()));
        add(facts, "Means", "Two faces are taken for one person's when their similarity is at least that; chosen for "
                + report.rule().describe() + ", " + report.protocol() + ".");
        add(facts, "Grey zone", ("%s to %s (%s). Below it LOCKED, from its upper end on UNLOCKED; within it UNSURE,"
                + " which never unlocks.").formatted(fixed(report.greyZone().lower()),
                fixed(report.greyZone().upper()), report.origin()));
        if (!looked.isEmpty()) {
            add(facts, "Looked at", looked);
        }
        add(facts, "Errors there", "%s of %s comparisons of different people accepted: FMR %s. %s of %s of the same"
                .formatted(report.chosen().falseMatch().events(), report.chosen().falseMatch().trials(),
                        percent(report.chosen().falseMatch()), report.chosen().falseNonMatch().events(),
                        report.chosen().falseNonMatch().trials())
                + " person refused: FNMR %s.".formatted(percent(report.chosen().falseNonMatch())));
        report.people().ifPresent(people -> add(facts, "People left out", ("FMR %s, FNMR %s, each fold at a threshold"
                + " chosen without its people. Other people, drawn 200 times: FMR %s, FNMR %s.").formatted(
                percent(people.folds().falseMatch()), percent(people.folds().falseNonMatch()),
                percent(people.falseMatch()), percent(people.falseNonMatch()))));
        return facts;
    }

    private static void add(JsonArray facts, String term, String text) {
        JsonArray fact = new JsonArray(2);
        fact.add(term);
        fact.add(text);
        facts.add(fact);
    }

    static String fixed(double value) {
        return NumberFormats.fixed(value, 4);
    }

    private static String percent(Rate rate) {
        return rate.trials() == 0 ? "unknown (nothing compared)" : String.format(Locale.ROOT, "%.2f %% (95 %%: %s)",
                100 * rate.value(), percent(rate.interval(Interval.USUAL_CONFIDENCE)));
    }

    private static String percent(Interval interval) {
        return String.format(Locale.ROOT, "%.2f to %.2f %%", 100 * interval.lower(), 100 * interval.upper());
    }
}
