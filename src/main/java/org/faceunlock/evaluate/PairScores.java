package org.faceunlock.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;

/**
 * The similarity of every two faces of a labelled set, each pair once, or of faces with templates, and whose they are.
 * Immutable, so safe to
 * share between threads.
 *
 * <p>Memory: 16 bytes a pair, and 8 n² for the matrix in between; 1,200 faces have 719,400 pairs.
 */
public final class PairScores {

    private final List<String> people;
    private final double[] similarities;
    private final int[] first;
    private final int[] second;

    private PairScores(List<String> people, int pairs) {
        this.people = people;
        this.similarities = new double[pairs];
        this.first = new int[pairs];
        this.second = new int[pairs];
    }

    /**
     * All pairs of those faces.
     *
     * @throws IllegalArgumentException if a face has no person
     */
    public static PairScores of(Embeddings faces) {
        requirePeople(faces);
        List<String> people = faces.people();
        int[] labels = faces.faces().stream().mapToInt(face -> people.indexOf(face.person())).toArray();
        SimilarityMatrix matrix = SimilarityMatrix.of(faces);
        int count = Math.multiplyExact(labels.length, Math.max(0, labels.length - 1)) / 2;
        PairScores pairs = new PairScores(people, count);
        int next = 0;
        for (int row = 0; row < labels.length; row++) {
            for (int column = 0; column < row; column++, next++) {
                pairs.similarities[next] = matrix.get(row, column);
                pairs.first[next] = labels[row];
                pairs.second[next] = labels[column];
            }
        }
        return pairs;
    }

    /** Comparisons that were made elsewhere, each of the people of two numbers in the list. */
    static PairScores of(List<String> people, double[] similarities, int[] first, int[] second) {
        PairScores pairs = new PairScores(List.copyOf(people), similarities.length);
        System.arraycopy(similarities, 0, pairs.similarities, 0, similarities.length);
        System.arraycopy(first, 0, pairs.first, 0, similarities.length);
        System.arraycopy(second, 0, pairs.second, 0, similarities.length);
        return pairs;
    }

    /** Those comparisons of which the people's numbers fit, as scores. */
    VerificationScores scores(PeopleFilter filter) {
        return VerificationScores.of(similarities(true, filter), similarities(false, filter));
    }

    private double[] similarities(boolean mated, PeopleFilter filter) {
        return IntStream.range(0, size())
                .filter(pair -> first[pair] == second[pair] == mated && filter.fits(first[pair], second[pair]))
                .mapToDouble(pair -> similarities[pair]).toArray();
    }

    /** Which comparisons to take, by the numbers of their people. */
    @FunctionalInterface
    interface PeopleFilter {
        boolean fits(int first, int second);
    }

    static void requirePeople(Embeddings faces) {
        for (EmbeddedFace face : faces) {
            if (face.person().isEmpty()) {
                throw new IllegalArgumentException(
                        "faces: expected a person for each, found none for %s; put it in a folder named for the person"
                                .formatted(face.file()));
            }
        }
    }

    /** The people, in the order of their first face. */
    public List<String> people() {
        return people;
    }

    /** How many pairs there are. */
    public int size() {
        return similarities.length;
    }

    /** Raw cosine, or NaN. */
    double similarity(int pair) {
        return similarities[pair];
    }

    /** Number of the person of one face. */
    int first(int pair) {
        return first[pair];
    }

    /** Number of the person of the other face. */
    int second(int pair) {
        return second[pair];
    }

    /** Pairs of one person as mated, of two as non-mated comparisons. */
    public VerificationScores scores() {
        return scores((one, other) -> true);
    }

    @Override
    public String toString() {
        return "PairScores[%s pairs of %s people]".formatted(size(), people.size());
    }

    /** The pairs by falling similarity, NaN last. */
    int[] falling() {
        Integer[] order = IntStream.range(0, size()).boxed().toArray(Integer[]::new);
        double[] keys = Arrays.stream(similarities)
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value).toArray();
        Arrays.sort(order, (a, b) -> Double.compare(keys[b], keys[a]));
        return Arrays.stream(order).mapToInt(pair -> pair).toArray();
    }
}
