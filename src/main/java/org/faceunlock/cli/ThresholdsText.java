package org.faceunlock.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.ThresholdReport;

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
        out.println();
        out.println(String.format(Locale.ROOT, "recommended  %.4f (%s); LOCKED below %.4f, UNSURE up to %.4f,"
                        + " UNLOCKED from there on", report.threshold(), report.rule().describe(),
                report.greyZone().lower(), report.greyZone().upper()));
        out.println("             grey zone: " + report.origin());
        if (report.attempts().matedFailures() + report.attempts().nonMatedFailures() > 0) {
            out.println("             with failures to acquire: FAR %s, FRR %s".formatted(
                    percent(report.attempts().falseAcceptRate(report.threshold())),
                    percent(report.attempts().falseRejectRate(report.threshold()))));
        }
        report.cautions().forEach(caution -> out.println("mind         " + caution));
    }

    private static String[] cells(String what, OperatingPoint point) {
        return new String[] {what, String.format(Locale.ROOT, "%.4f", point.threshold()), percent(point.falseMatch()),
            percent(point.falseNonMatch())};
    }

    static String percent(Rate rate) {
        Interval interval = rate.interval(Interval.USUAL_CONFIDENCE);
        return String.format(Locale.ROOT, "%.2f %% (%.2f to %.2f; %d of %d)", 100 * rate.value(),
                100 * interval.lower(), 100 * interval.upper(), rate.events(), rate.trials());
    }
}
