package org.faceunlock.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faceunlock.evaluate.EnrolmentReview;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.ThresholdReport;

/**
 * What {@code thresholds} found, as one JSON object: its names and fields are an interface for other tools.
 *
 * <p>{@code {"mated","non_mated","eer":{"rate","threshold"},"points":[{"threshold","fmr","fnmr","fmr_ci","fnmr_ci"}],
 * "recommended":{"threshold","rule","grey_zone"}}}, and protocol, failures, AUC, FNMR at FMR 1 % and 0.1 % and
 * cautions. A point is a score that was seen, by rising threshold, and after them the threshold just above all, at
 * which nothing is accepted. Intervals are Clopper-Pearson's of 95 %. NaN is null.
 */
final class ThresholdsJson {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private ThresholdsJson() {
    }

    static JsonObject of(ThresholdReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("protocol", report.protocol());
        object.addProperty("mated", report.chosen().falseNonMatch().trials());
        object.addProperty("non_mated", report.chosen().falseMatch().trials());
        JsonObject failures = new JsonObject();
        failures.addProperty("mated", report.attempts().matedFailures());
        failures.addProperty("non_mated", report.attempts().nonMatedFailures());
        object.add("failures", failures);
        object.addProperty("auc", report.scores().areaUnderCurve());
        EqualErrorRate equal = report.scores().equalErrorRate();
        JsonObject eer = new JsonObject();
        eer.addProperty("rate", equal.value());
        eer.addProperty("threshold", equal.threshold());
        object.add("eer", eer);
        JsonArray usual = new JsonArray();
        report.usual().forEach(point -> usual.add(point(point)));
        object.add("fmr_1_and_0.1_percent", usual);
        object.add("points", points(report));
        object.add("recommended", recommended(report));
        report.people().ifPresent(people -> object.add("people", people(people)));
        JsonArray cautions = new JsonArray();
        report.cautions().forEach(cautions::add);
        object.add("cautions", cautions);
        return object;
    }

    static String text(JsonObject object) {
        return GSON.toJson(object);
    }

    private static JsonObject recommended(ThresholdReport report) {
        JsonObject recommended = new JsonObject();
        recommended.addProperty("threshold", report.threshold());
        recommended.addProperty("rule", report.rule().describe());
        recommended.add("grey_zone", pair(report.greyZone().lower(), report.greyZone().upper()));
        recommended.addProperty("grey_zone_from", report.origin());
        JsonObject errors = point(report.chosen());
        errors.entrySet().stream().skip(1).forEach(entry -> recommended.add(entry.getKey(), entry.getValue()));
        recommended.add("far", number(report.attempts().falseAcceptRate(report.threshold()).value()));
        recommended.add("frr", number(report.attempts().falseRejectRate(report.threshold()).value()));
        return recommended;
    }

    private static JsonObject people(ThresholdReport.PeopleEvidence people) {
        JsonObject object = new JsonObject();
        object.add("fmr_ci", pair(people.falseMatch()));
        object.add("fnmr_ci", pair(people.falseNonMatch()));
        object.add("eer_ci", pair(people.equalError()));
        JsonArray thresholds = new JsonArray();
        people.folds().thresholds().forEach(thresholds::add);
        object.add("fold_thresholds", thresholds);
        object.add("fmr_left_out", number(people.folds().falseMatch().value()));
        object.add("fmr_left_out_ci", pair(interval(people.folds().falseMatch())));
        object.add("fnmr_left_out", number(people.folds().falseNonMatch().value()));
        object.add("fnmr_left_out_ci", pair(interval(people.folds().falseNonMatch())));
        return object;
    }

    /** {@code [{"image","person","findings","similarity","why","fnmr_with","fnmr_without"}]}. */
    static JsonArray review(EnrolmentReview review) {
        JsonArray photos = new JsonArray();
        for (EnrolmentReview.PhotoReview photo : review.suspects()) {
            JsonObject object = new JsonObject();
            object.addProperty("image", photo.face().file().toString());
            object.addProperty("person", photo.face().person());
            JsonArray findings = new JsonArray();
            photo.findings().forEach(finding -> findings.add(finding.name()));
            object.add("findings", findings);
            object.add("similarity", number(photo.similarity()));
            object.addProperty("why", photo.why());
            object.add("fnmr_with", number(photo.with().value()));
            object.add("fnmr_without", number(photo.without().value()));
            photos.add(object);
        }
        return photos;
    }

    private static JsonArray pair(Interval interval) {
        return pair(interval.lower(), interval.upper());
    }

    /** An interval depends on the count of errors alone, and is costly: each is computed once, all at the same time. */
    private static JsonArray points(ThresholdReport report) {
        double[] scores = report.scores().thresholds();
        OperatingPoint[] all = new OperatingPoint[scores.length + 1];
        for (int i = 0; i < scores.length; i++) {
            all[i] = report.scores().at(scores[i]);
        }
        all[scores.length] = report.scores().at(Math.nextUp(scores[scores.length - 1]));
        Map<Rate, Interval> intervals = Arrays.stream(all)
                .flatMap(point -> Stream.of(point.falseMatch(), point.falseNonMatch())).distinct()
                .parallel().collect(Collectors.toConcurrentMap(rate -> rate, ThresholdsJson::interval));
        JsonArray points = new JsonArray(all.length);
        for (OperatingPoint point : all) {
            points.add(point(point, intervals.get(point.falseMatch()), intervals.get(point.falseNonMatch())));
        }
        return points;
    }

    private static Interval interval(Rate rate) {
        return rate.interval(Interval.USUAL_CONFIDENCE);
    }

    static JsonObject point(OperatingPoint point) {
        return point(point, interval(point.falseMatch()), interval(point.falseNonMatch()));
    }

    private static JsonObject point(OperatingPoint point, Interval fmr, Interval fnmr) {
        JsonObject object = new JsonObject();
        object.addProperty("threshold", point.threshold());
        object.add("fmr", number(point.falseMatch().value()));
        object.add("fnmr", number(point.falseNonMatch().value()));
        object.add("fmr_ci", pair(fmr.lower(), fmr.upper()));
        object.add("fnmr_ci", pair(fnmr.lower(), fnmr.upper()));
        return object;
    }

    private static JsonArray pair(double lower, double upper) {
        JsonArray pair = new JsonArray(2);
        pair.add(number(lower));
        pair.add(number(upper));
        return pair;
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
