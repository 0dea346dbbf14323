package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.Template;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;

/** Scores of faces against templates: what a face unlock does, where several photos are enrolled a person. */
public final class TemplateAttempts {

    private TemplateAttempts() {
    }

    /**
     * Every probe against the template of every enrolled person.
     *
     * @throws IllegalArgumentException if a face has no person, or a template cannot be made; see {@link Template#of}
     */
    public static VerificationScores of(Embeddings enrolled, Embeddings probes, ScoreFusion rule) {
        PairScores.requirePeople(enrolled);
        PairScores.requirePeople(probes);
        Scores scores = new Scores();
        for (String person : enrolled.people()) {
            Template template = Template.of(enrolled.person(person), rule);
            for (EmbeddedFace probe : probes) {
                scores.add(person.equals(probe.person()), template.similarity(probe.embedding()));
            }
        }
        return scores.done();
    }

    /**
     * Every face against the template of its person's other faces, and against the templates of the other people.
     *
     * <p>A person with too few faces for the rule once one is left out makes no mated attempt; one with too few at all
     * is refused.
     *
     * @throws IllegalArgumentException if a face has no person, or a template cannot be made; see {@link Template#of}
     */
    public static VerificationScores leaveOneOut(Embeddings faces, ScoreFusion rule) {
        PairScores.requirePeople(faces);
        Scores scores = new Scores();
        for (String person : faces.people()) {
            Embeddings own = faces.person(person);
            Template template = Template.of(own, rule);
            for (EmbeddedFace probe : faces) {
                if (!probe.person().equals(person)) {
                    scores.add(false, template.similarity(probe.embedding()));
                }
            }
            for (int probe = 0; probe < own.size() && own.size() > Math.max(1, rule.k()); probe++) {
                scores.add(true, Template.of(without(own, probe), rule).similarity(own.get(probe)));
            }
        }
        return scores.done();
    }

    private static Embeddings without(Embeddings faces, int left) {
        return Embeddings.of(IntStream.range(0, faces.size()).filter(i -> i != left).mapToObj(faces::face).toList());
    }

    /** Scores as they come. */
    private static final class Scores {

        private final List<Double> mated = new ArrayList<>();
        private final List<Double> nonMated = new ArrayList<>();

        void add(boolean isMated, double score) {
            (isMated ? mated : nonMated).add(score);
        }

        VerificationScores done() {
            return VerificationScores.of(mated.stream().mapToDouble(score -> score).toArray(),
                    nonMated.stream().mapToDouble(score -> score).toArray());
        }
    }
}
