package org.faceunlock.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.ThresholdReport;
import tech.tablesaw.api.Table;

/** Prints what {@code thresholds} found, for a person to read. */
final class ThresholdsText {

    private ThresholdsText() {
    }

    static void print(ThresholdReport report, PrintWriter out) {
        OperatingPoint chosen = report.chosen();
        EqualErrorRate equal = report.scores().equalErrorRate();
        out.println("protocol     " + report.protocol());
        out.println("comparisons  %s mated, %s non-mated; failures to acquire: %s and %s".formatted(
                chosen.falseNonMatch().trials(), chosen.falseMatch().trials(), report.attempts().matedFailures(),
                report.attempts().nonMatedFailures()));
        out.println(String.format(Locale.ROOT, "AUC          %.5f", report.scores().areaUnderCurve()));
        out.println(String.format(Locale.ROOT, "EER          %.3f %% near %.4f", 100 * equal.value(),
                equal.threshold()));
        TextColumns table = new TextColumns("threshold for", "is", "FMR (95 % interval)", "FNMR (95 % interval)");
        table.add(cells("FMR at most 1 %", report.usual().get(0)));
        table.add(cells("FMR at most 0.1 %", report.usual().get(1)));
        table.add(cells("recommended: " + report.rule().describe(), chosen));
        out.println();
        table.lines().forEach(out::println);
        report.people().ifPresent(people -> people(people, out));
        out.println();
        out.println(String.format(Locale.ROOT, "recommended  %.4f (%s); LOCKED below %.4f, UNSURE up to %.4f,"
                        + " UNLOCKED from there on", report.threshold(), report.rule().describe(),
                report.greyZone().lower(), report.greyZone().upper()));
        out.println("             grey zone: " + report.origin());
        if (report.people().isPresent()) { // else the scores may be of any scale
            out.println("elsewhere    " + Threshold.cosine(Math.max(-1, Math.min(1, report.threshold()))).elsewhere());
        }
        if (report.attempts().matedFailures() + report.attempts().nonMatedFailures() > 0) {
            out.println("             with failures to acquire: FAR %s, FRR %s".formatted(
                    percent(report.attempts().falseAcceptRate(report.threshold())),
                    percent(report.attempts().falseRejectRate(report.threshold()))));
        }
        report.cautions().forEach(caution -> out.println("mind         " + caution));
    }

    private static void people(ThresholdReport.PeopleEvidence people, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "over people  FMR %s, FNMR %s, EER %s (95 %% of 200 drawings of the"
                + " people)",
                percent(people.falseMatch()), percent(people.falseNonMatch()), percent(people.equalError())));
        out.println("left out     FMR %s, FNMR %s (each fold at a threshold chosen without its people)".formatted(
                percent(people.folds().falseMatch()), percent(people.folds().falseNonMatch())));
    }

    private static String percent(Interval interval) {
        return String.format(Locale.ROOT, "%.2f to %.2f %%", 100 * interval.lower(), 100 * interval.upper());
    }

    /** A table of words and numbers. */
    static void print(Table table, PrintWriter out) {
        TextColumns columns = new TextColumns(table.columnNames().toArray(String[]::new));
        for (int row = 0; row < table.rowCount(); row++) {
            int index = row;
            columns.add(table.columns().stream().map(column -> column.get(index) instanceof Double number
                    ? String.format(Locale.ROOT, "%.4f", number) : column.getString(index)).toArray(String[]::new));
        }
        columns.lines().forEach(out::println);
    }

    private static String[] cells(String what, OperatingPoint point) {
        return new String[] {what, String.format(Locale.ROOT, "%.4f", point.threshold()), percent(point.falseMatch()),
            percent(point.falseNonMatch())};
    }

    static String percent(Rate rate) {
        if (rate.trials() == 0) {
            return "unknown (nothing compared)";
        }
        Interval interval = rate.interval(Interval.USUAL_CONFIDENCE);
        return String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f; %d of %d)", 100 * rate.value(),
                100 * interval.lower(), 100 * interval.upper(), rate.events(), rate.trials());
    }
}
