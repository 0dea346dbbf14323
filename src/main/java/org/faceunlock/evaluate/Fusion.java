package org.faceunlock.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.Template;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;

/**
 * A rule that makes one similarity of a probe and several enrolled faces, for any number of them: a rule of the most
 * similar three takes what there is when there are fewer.
 *
 * @param name what to call it
 * @param enrolling makes of enrolled faces, at least one, what gives the similarity of a probe; that is NaN when there
 *     is nothing to compare
 */
public record Fusion(String name, Function<Embeddings, ToDoubleFunction<Embedding>> enrolling) {

    /** The cosine with the mean embedding: the article's rule. */
    public static final Fusion MEAN = of(ScoreFusion.MEAN);

    /** The mean of the cosines without the lowest and the highest fifth, one each of three and more. */
    public static final Fusion TRIMMED_MEAN = new Fusion("trimmed mean", enrolled -> probe -> trimmed(enrolled, probe));

    /** The rules that are worth comparing. */
    public static final List<Fusion> ALL =
            List.of(MEAN, of(ScoreFusion.MAX), of(ScoreFusion.topK(3)), TRIMMED_MEAN);

    private static final double TRIMMED = 0.2;
    private static final int FEWEST_TRIMMED = 3;

    public Fusion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(enrolling, "enrolling");
    }

    /** A rule of the lock. */
    public static Fusion of(ScoreFusion rule) {
        return new Fusion(rule.toString(), enrolled -> Template.of(enrolled,
                rule.k() > enrolled.size() ? ScoreFusion.topK(enrolled.size()) : rule)::similarity);
    }

    /** How like a probe is to faces once they are enrolled: for many probes they are looked at once. */
    public ToDoubleFunction<Embedding> enrol(Embeddings faces) {
        return enrolling.apply(faces);
    }

    private static double trimmed(Embeddings enrolled, Embedding probe) {
        double[] cosines = enrolled.faces().stream().map(EmbeddedFace::embedding)
                .mapToDouble(face -> Cosine.similarity(face, probe)).sorted().toArray();
        int cut = cosines.length < FEWEST_TRIMMED ? 0 : Math.max(1, (int) (TRIMMED * cosines.length));
        return Arrays.stream(cosines, cut, cosines.length - cut).average().orElse(Double.NaN);
    }
}
