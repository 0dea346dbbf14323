package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.Template;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import tech.tablesaw.api.Table;

/**
 * How similar each face of a small set is to the owner of a lock: what to choose a threshold by when there are a
 * handful of photos. Immutable, so safe to share between threads.
 *
 * <p>A photo of the owner is compared with the template of the owner's other photos, never with itself; everybody
 * else's with the template of all of them.
 */
public final class OwnerScores {

    private static final double STEPS = 100;

    private final String owner;
    private final List<OwnerScore> scores;

    /**
     * One face and its similarity.
     *
     * @param face whose it is and where it was found
     * @param own whether it is the owner's
     * @param similarity with the owner's template, -1 to 1; NaN where there was nothing to compare it with
     */
    public record OwnerScore(EmbeddedFace face, boolean own, double similarity) {
    }

    private OwnerScores(String owner, List<OwnerScore> scores) {
        this.owner = owner;
        this.scores = List.copyOf(scores);
    }

    /**
     * Scores of all those faces, in their order.
     *
     * @param owner the person that the lock is to open to; "" for the photos of nobody
     * @throws IllegalArgumentException if there is no face of the owner, or no template can be made of them
     */
    public static OwnerScores of(Embeddings faces, String owner, ScoreFusion rule) {
        Embeddings own = faces.person(owner);
        if (own.isEmpty()) {
            throw new IllegalArgumentException("owner: expected one of %s, found \"%s\"; name the owner's folder so"
                    .formatted(faces.people(), owner));
        }
        Template template = Template.of(own, rule);
        List<OwnerScore> scores = new ArrayList<>();
        int left = 0;
        for (EmbeddedFace face : faces) {
            boolean isOwn = face.person().equals(owner);
            scores.add(new OwnerScore(face, isOwn,
                    isOwn ? amongOthers(own, left++, rule) : template.similarity(face.embedding())));
        }
        return new OwnerScores(owner, scores);
    }

    private static double amongOthers(Embeddings own, int left, ScoreFusion rule) {
        if (own.size() <= Math.max(1, rule.k())) {
            return Double.NaN;
        }
        Embeddings others = Embeddings.of(
                IntStream.range(0, own.size()).filter(i -> i != left).mapToObj(own::face).toList());
        return Template.of(others, rule).similarity(own.get(left));
    }

    public String owner() {
        return owner;
    }

    /** A score a face, in the order of the faces. */
    public List<OwnerScore> scores() {
        return scores;
    }

    /** Of the owner's photos, the similarity of the one least like the others; empty when there is only one. */
    public OptionalDouble leastOwn() {
        return similarities(true).min();
    }

    /** Of everybody else's photos, the similarity of the one most like the owner; empty when there are none. */
    public OptionalDouble mostOther() {
        return similarities(false).max();
    }

    /** The similarities of the owner's photos or everybody else's, in their order, of those that have one. */
    DoubleStream similarities(boolean own) {
        return scores.stream().filter(score -> score.own() == own && !Double.isNaN(score.similarity()))
                .mapToDouble(OwnerScore::similarity);
    }

    /** How many of the owner's photos that could be compared would open the lock. */
    public Rate ownAccepted(Threshold threshold) {
        return new Rate(similarities(true).filter(threshold::accepts).count(), similarities(true).count());
    }

    /** How many of everybody else's photos that could be compared would open the lock. */
    public Rate othersAccepted(Threshold threshold) {
        return new Rate(similarities(false).filter(threshold::accepts).count(), similarities(false).count());
    }

    /**
     * The threshold half way between {@link #leastOwn} and {@link #mostOther}, to two decimals where they leave room:
     * a place to start from. It says how these photos lie, not how often strangers would open the lock.
     *
     * <p>Without photos of others it is just low enough for all of the owner's, and without a second photo of the owner
     * just too high for the others'.
     *
     * @throws IllegalStateException if there is neither
     */
    public Threshold halfWay() {
        if (leastOwn().isEmpty() && mostOther().isEmpty()) {
            throw new IllegalStateException("photos: expected two of the owner or one of somebody else, found a single "
                    + "one of " + (owner.isEmpty() ? "nobody" : owner) + "; add photos");
        }
        if (mostOther().isEmpty()) {
            return Threshold.cosine(Math.max(-1, Math.floor(STEPS * leastOwn().getAsDouble()) / STEPS));
        }
        double lower = mostOther().getAsDouble();
        if (leastOwn().isEmpty()) {
            double above = (Math.floor(STEPS * lower) + 1) / STEPS;
            return Threshold.cosine(Math.min(1, above > lower ? above : above + 1 / STEPS));
        }
        double upper = leastOwn().getAsDouble();
        double middle = Math.max(-1, Math.min(1, (lower + upper) / 2));
        double round = Math.rint(STEPS * middle) / STEPS;
        boolean room = Math.abs(round - middle) < Math.abs(upper - lower) / 2;
        return Threshold.cosine(room ? round : middle);
    }

    /**
     * What a threshold makes of them, a row for the owner and one for everybody else: photos of, compared, would
     * unlock, wrong (the owner's that would not, the others' that would), the interval in which the rate of errors may
     * lie (Clopper-Pearson), least similar, most similar.
     */
    public Table toTable(Threshold threshold) {
        return OwnerTable.of(this, threshold);
    }

    @Override
    public String toString() {
        return "OwnerScores[%s of %s, %s of others]".formatted(similarities(true).count(),
                owner.isEmpty() ? "nobody" : owner, similarities(false).count());
    }
}
