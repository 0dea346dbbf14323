package org.faceunlock.compare;

import java.util.Arrays;
import java.util.Optional;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.NearestPhoto;

/**
 * What is kept of a person at enrolment: the enrolled embeddings, their centre, and the rule that turns a probe's
 * similarities into one. Immutable, so safe to share between threads.
 */
public final class Template {

    /** A mean shorter than this share of the longest embedding is rounding, no direction; a float has seven digits. */
    private static final double SHORTEST_CENTRE = 1e-6;

    private final Embeddings enrolled;
    private final ScoreFusion rule;
    private final Embedding centre;

    private Template(Embeddings enrolled, ScoreFusion rule) {
        this.enrolled = enrolled;
        this.rule = rule;
        this.centre = enrolled.mean();
    }

    /**
     * The template of those faces, all taken to be one person's.
     *
     * @throws IllegalArgumentException if there are none, or fewer than the rule averages; if one has no direction,
     *     being not finite or all zeros; or if the rule takes the centre and the embeddings cancel out
     */
    public static Template of(Embeddings enrolled, ScoreFusion rule) {
        int needed = Math.max(1, rule.k());
        if (enrolled.size() < needed) {
            throw new IllegalArgumentException("enrolled: expected at least %s face(s) for the rule %s, found %s"
                    .formatted(needed, rule, enrolled.size()));
        }
        for (EmbeddedFace face : enrolled) {
            if (!hasDirection(face.embedding())) {
                throw new IllegalArgumentException(
                        "enrolled: expected finite numbers, not all zero, found others for %s; leave that photo out"
                                .formatted(face.file()));
            }
        }
        Template template = new Template(enrolled, rule);
        template.checkCentre();
        return template;
    }

    private void checkCentre() {
        double longest = enrolled.faces().stream().mapToDouble(face -> length(face.embedding())).max().orElseThrow();
        if (rule.kind() == ScoreFusion.Kind.MEAN && length(centre) <= SHORTEST_CENTRE * longest) {
            throw new IllegalArgumentException(
                    "enrolled: expected a common direction, found %s faces that cancel out; enrol one person's photos"
                            .formatted(enrolled.size()));
        }
    }

    /**
     * How like the enrolled person the probe is, by the rule: a cosine or a mean of cosines, -1 to 1, NaN for a
     * probe without a direction.
     *
     * @throws IllegalArgumentException if the probe has another size than the enrolled
     */
    public double similarity(Embedding probe) {
        return switch (rule.kind()) {
            case MEAN -> Cosine.similarity(centre, probe);
            case TOP_K -> meanOfBest(similarities(probe));
        };
    }

    private double meanOfBest(double[] similarities) {
        Arrays.sort(similarities);
        return Arrays.stream(similarities, similarities.length - rule.k(), similarities.length).sum() / rule.k();
    }

    /** The enrolled photo with the highest cosine, the first of equals; empty when the probe has no direction. */
    public Optional<NearestPhoto> nearest(Embedding probe) {
        return enrolled.nearest(probe, 1).stream().findFirst();
    }

    /** The enrolled faces, in order. */
    public Embeddings enrolled() {
        return enrolled;
    }

    public ScoreFusion rule() {
        return rule;
    }

    /** The plain mean of the enrolled embeddings, whatever the rule. */
    public Embedding centre() {
        return centre;
    }

    /** Whether an embedding points anywhere: all numbers finite, not all zero. */
    static boolean hasDirection(Embedding embedding) {
        return embedding.isFinite() && length(embedding) > 0;
    }

    private double[] similarities(Embedding probe) {
        return enrolled.faces().stream().mapToDouble(face -> Cosine.similarity(face.embedding(), probe)).toArray();
    }

    private static double length(Embedding embedding) {
        double squares = 0;
        for (int i = 0; i < embedding.size(); i++) {
            squares += (double) embedding.get(i) * embedding.get(i);
        }
        return Math.sqrt(squares);
    }

    @Override
    public String toString() {
        return "Template[%s of %s]".formatted(rule, enrolled.size());
    }
}
