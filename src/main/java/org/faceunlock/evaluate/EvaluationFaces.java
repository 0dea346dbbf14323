package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.pipeline.EmbeddedPhoto;

/**
 * The faces to find a threshold with: people of whom there are several photos, strangers of whom there is one each, and
 * how many photos of whom showed no face. Immutable.
 *
 * <p>Without probes of their own, the people's photos are probes and enrolled at once, never compared with themselves.
 */
public final class EvaluationFaces {

    private static final String STRANGER = "stranger ";

    private final List<EmbeddedFace> enrolled = new ArrayList<>();
    private final List<EmbeddedFace> probes = new ArrayList<>();
    /** How many photos there are of each person, in the order in which people first came. */
    private final Map<String, Integer> photos = new LinkedHashMap<>();
    private final boolean apart;
    private final List<EmbeddedPhoto> failed = new ArrayList<>();

    private EvaluationFaces(boolean apart) {
        this.apart = apart;
    }

    /**
     * Sorts photos by what they are for.
     *
     * @param faces several photos each of several people
     * @param probes further photos of them, to compare with the faces; empty for none
     * @param strangers photos each of another person, whatever they say; empty for none
     * @throws IllegalArgumentException if a photo of the faces or probes is of nobody
     */
    public static EvaluationFaces of(
            List<EmbeddedPhoto> faces, List<EmbeddedPhoto> probes, List<EmbeddedPhoto> strangers) {
        EvaluationFaces made = new EvaluationFaces(!probes.isEmpty());
        made.enrolled.addAll(made.counted(faces));
        made.probes.addAll(made.apart ? made.counted(probes) : made.enrolled);
        made.probes.addAll(made.counted(strangers.stream().map(photo -> photo.of(STRANGER + photo.file())).toList()));
        return made;
    }

    /** Of faces that were embedded before; each of the strangers is another person. */
    public static EvaluationFaces of(Embeddings faces, Embeddings strangers) {
        return of(faces.faces().stream().map(EmbeddedPhoto::of).toList(), List.of(),
                strangers.faces().stream().map(EmbeddedPhoto::of).toList());
    }

    /**
     * Of photos in which faces were looked for, and the embeddings of those that have one, in their order. A person
     * with a single photo is a stranger: nothing is enrolled of them.
     *
     * @throws IllegalArgumentException if there are not as many embeddings as faces, or a photo is of nobody
     */
    public static EvaluationFaces of(FaceSet photos, Embeddings embeddings) {
        if (photos.faces().size() != embeddings.size()) {
            throw new IllegalArgumentException("embeddings: expected %s, one for each face of the photos, found %s"
                    .formatted(photos.faces().size(), embeddings.size()));
        }
        Iterator<EmbeddedFace> next = embeddings.iterator();
        return of(photos.stream().map(row -> row.outcome().status() == FaceStatus.FACE
                ? EmbeddedPhoto.of(next.next())
                : EmbeddedPhoto.without(row.file(), row.person(), row.outcome().status(),
                        row.outcome().status() + " " + row.outcome().reason())).toList(), List.of(), List.of());
    }

    private List<EmbeddedFace> counted(List<EmbeddedPhoto> offered) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (EmbeddedPhoto photo : offered) {
            count(photo.file().toString(), photo.person());
            photo.face().ifPresentOrElse(faces::add, () -> failed.add(photo));
        }
        return faces;
    }

    private void count(String file, String person) {
        if (person.isEmpty()) {
            throw new IllegalArgumentException(("faces: expected a person for each photo, found none for %s; put it in"
                    + " a folder named for the person, or name its folder with --strangers").formatted(file));
        }
        photos.merge(person, 1, Integer::sum);
    }

    /** The faces that are enrolled. */
    public Embeddings enrolled() {
        return Embeddings.of(enrolled);
    }

    /** What is compared with them: faces of their own, or the enrolled ones themselves; then the strangers. */
    public Embeddings probes() {
        return Embeddings.of(probes);
    }

    /** Whether the people have probes of their own: then no two enrolled faces, and no two probes, are compared. */
    public boolean hasOwnProbes() {
        return apart;
    }

    /** Whether a face is that of a stranger, of whom there is one photo. */
    public static boolean isStranger(EmbeddedFace face) {
        return face.person().equals(STRANGER + face.file());
    }

    /** The photos that showed no face that could be embedded. */
    public List<EmbeddedPhoto> failures() {
        return List.copyOf(failed);
    }

    /** How many photos there are in all. */
    public int photos() {
        return photos.values().stream().mapToInt(count -> count).sum();
    }

    /** Every person, strangers included. */
    public List<String> people() {
        return List.copyOf(photos.keySet());
    }

    /** All comparisons of a protocol; templates by the rule. */
    public PairScores compare(ComparisonProtocol protocol, Fusion rule) {
        return switch (protocol) {
            case PHOTO_TO_PHOTO -> photoToPhoto();
            case PHOTO_TO_TEMPLATE -> photoToTemplate(rule);
        };
    }

    private PairScores photoToPhoto() {
        if (!apart) {
            return PairScores.of(Embeddings.of(probes));
        }
        Rows rows = new Rows();
        for (EmbeddedFace probe : probes) {
            enrolled.forEach(face -> rows.add(face.person(), probe.person(),
                    Cosine.similarity(face.embedding(), probe.embedding())));
        }
        return rows.done();
    }

    private PairScores photoToTemplate(Fusion rule) {
        Rows rows = new Rows();
        for (String owner : enrolled().people()) {
            template(owner, rule).ifPresent(template -> probes.forEach(probe ->
                    rows.add(owner, probe.person(), template.applyAsDouble(probe))));
        }
        return rows.done();
    }

    /**
     * How like a face is to the template of a person's faces, its own left out; empty when no photo would be left to
     * compare with.
     */
    public Optional<ToDoubleFunction<EmbeddedFace>> template(String owner, Fusion rule) {
        List<EmbeddedFace> own = enrolled.stream().filter(face -> face.person().equals(owner)).toList();
        if (own.isEmpty() || !apart && own.size() < 2) {
            return Optional.empty();
        }
        ToDoubleFunction<Embedding> template = rule.enrol(Embeddings.of(own));
        return Optional.of(probe -> (apart || !probe.person().equals(owner) ? template
                : rule.enrol(Embeddings.of(own.stream().filter(face -> face != probe).toList())))
                .applyAsDouble(probe.embedding()));
    }

    /**
     * The comparisons as attempts: every photo without a face fails in as many as it would have been compared in.
     */
    public VerificationAttempts attempts(PairScores pairs) {
        VerificationScores scores = pairs.scores();
        double share = photos() == 0 ? 0 : (double) failed.size() / photos();
        return VerificationAttempts.of(scores).withFailures(ofShare(scores.mated().length, share),
                ofShare(scores.nonMated().length, share));
    }

    /** So that failures are that share of the attempts. */
    private static long ofShare(long comparisons, double share) {
        return share >= 1 ? 0 : Math.round(comparisons * share / (1 - share));
    }

    /** Comparisons as they come. */
    private final class Rows {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Double> similarities = new ArrayList<>();
        private final List<int[]> pairs = new ArrayList<>();

        Rows() {
            photos.keySet().forEach(person -> numbers.put(person, numbers.size()));
        }

        void add(String first, String second, double similarity) {
            similarities.add(similarity);
            pairs.add(new int[] {numbers.get(first), numbers.get(second)});
        }

        PairScores done() {
            return PairScores.of(people(), similarities.stream().mapToDouble(value -> value).toArray(),
                    pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                    pairs.stream().mapToInt(pair -> pair[1]).toArray());
        }
    }
}
