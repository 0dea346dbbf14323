package org.faceunlock.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.pipeline.EmbeddedPhoto;

/**
 * A threshold for a lock whose photos lie in one folder with those of other people: the upper end of the grey zone for
 * FMR 0.1 %, photo against template, or what is suggested for the network, whichever is stricter.
 *
 * @param threshold the similarity from which on to open
 * @param reason why it is this one, for a person to read
 */
public record RecommendedThreshold(Threshold threshold, String reason) {

    /**
     * Chooses; photos of nobody count as strangers, each of another person.
     *
     * @param faces of the owner and of other people
     * @param suggested for the network that embedded them
     */
    public static RecommendedThreshold of(Embeddings faces, Threshold suggested) {
        Map<Boolean, List<EmbeddedPhoto>> named = faces.faces().stream().map(EmbeddedPhoto::of)
                .collect(Collectors.partitioningBy(photo -> !photo.person().isEmpty()));
        try {
            ThresholdReport report =
                    ThresholdReport.ofLock(EvaluationFaces.of(named.get(true), List.of(), named.get(false)));
            double upper = report.opening().value();
            String origin = String.format(Locale.ROOT, "%s, from %d comparisons of one person and %d of two, photo"
                    + " against template", report.rule().describe(), report.chosen().falseNonMatch().trials(),
                    report.chosen().falseMatch().trials());
            return upper > suggested.value()
                    ? new RecommendedThreshold(report.opening(), String.format(Locale.ROOT,
                            "%.3f: the upper end of the grey zone for %s", upper, origin))
                    : new RecommendedThreshold(suggested, String.format(Locale.ROOT, "%.3f: suggested for this network,"
                            + " and stricter than the %.3f that these photos support (%s)", suggested.value(), upper,
                            origin));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new RecommendedThreshold(suggested, String.format(Locale.ROOT, "%.3f: suggested for this network;"
                    + " these photos are too few to say more (%s)", suggested.value(), e.getMessage()));
        }
    }
}
