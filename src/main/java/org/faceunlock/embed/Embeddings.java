package org.faceunlock.embed;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faceunlock.image.PhotoLabels;
import org.faceunlock.projection.Points;

/**
 * The faces of several photos as numbers, in the order of the photos; all of one size, 512 for the networks of this
 * library. May be empty. Immutable, so safe to share between threads.
 */
public final class Embeddings implements Iterable<EmbeddedFace>, Points {

    private final List<EmbeddedFace> faces;

    private Embeddings(List<EmbeddedFace> faces) {
        this.faces = faces;
    }

    /**
     * Those faces, in that order.
     *
     * @throws IllegalArgumentException if their embeddings differ in size: they come from different networks
     */
    public static Embeddings of(List<EmbeddedFace> faces) {
        List<EmbeddedFace> copy = List.copyOf(faces);
        for (EmbeddedFace face : copy) {
            int expected = copy.get(0).embedding().size();
            if (face.embedding().size() != expected) {
                throw new IllegalArgumentException(
                        "faces: expected %s numbers for each as for %s, found %s for %s; embed them with one network"
                                .formatted(expected, copy.get(0).file(), face.embedding().size(), face.file()));
            }
        }
        return new Embeddings(copy);
    }

    /** How many faces there are. */
    public int size() {
        return faces.size();
    }

    public boolean isEmpty() {
        return faces.isEmpty();
    }

    /** How many numbers each face has; 0 when there is no face. */
    public int dimension() {
        return isEmpty() ? 0 : faces.get(0).embedding().size();
    }

    /** The numbers of face {@code index}. */
    public Embedding get(int index) {
        return faces.get(index).embedding();
    }

    /** The numbers of face {@code index} and where they came from. */
    public EmbeddedFace face(int index) {
        return faces.get(index);
    }

    /** All faces, in order; unmodifiable. */
    public List<EmbeddedFace> faces() {
        return faces;
    }

    /** What to call each face, in order, no two alike: their names, or their files' labels if two are the same. */
    public List<String> names() {
        List<String> names = faces.stream().map(EmbeddedFace::name).toList();
        return PhotoLabels.numbered(names, Set.of()).equals(names)
                ? names : PhotoLabels.of(faces.stream().map(EmbeddedFace::file).toList());
    }

    /** Each person once, in the order of their first face. */
    public List<String> people() {
        return List.copyOf(new LinkedHashSet<>(personOfEach()));
    }

    /** Whose face each is, as many as there are faces. */
    public List<String> personOfEach() {
        return faces.stream().map(EmbeddedFace::person).toList();
    }

    /** The faces of one person, in order; empty when there is none. */
    public Embeddings person(String person) {
        return new Embeddings(faces.stream().filter(face -> face.person().equals(person)).toList());
    }

    /**
     * The k faces most like a probe, by falling {@link Cosine#similarity}, the first of equals first; fewer where there
     * are fewer that have a direction.
     *
     * @param k at least 1
     */
    public List<NearestPhoto> nearest(Embedding probe, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k: expected at least 1, found " + k);
        }
        return faces.stream().map(face -> new NearestPhoto(face, Cosine.similarity(face.embedding(), probe)))
                .filter(near -> !Double.isNaN(near.similarity()))
                .sorted(Comparator.comparingDouble(NearestPhoto::similarity).reversed()).limit(k).toList();
    }

    /**
     * The plain mean of the embeddings, the article's centre. It is shorter than unit length unless all agree; summed
     * in double, rounded once.
     *
     * @throws IllegalStateException if there is no face
     */
    public Embedding mean() {
        if (isEmpty()) {
            throw new IllegalStateException("mean: expected at least one face, found none");
        }
        float[] mean = new float[dimension()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (EmbeddedFace face : faces) {
                sum += face.embedding().get(i);
            }
            mean[i] = (float) (sum / size());
        }
        return Embedding.of(mean);
    }

    /** A fresh array of the numbers, {@code [n][512]}, one row a face. */
    @Override
    public double[][] toArray() {
        double[][] rows = new double[size()][dimension()];
        for (int row = 0; row < rows.length; row++) {
            Embedding embedding = get(row);
            for (int i = 0; i < rows[row].length; i++) {
                rows[row][i] = embedding.get(i);
            }
        }
        return rows;
    }

    @Override
    public Iterator<EmbeddedFace> iterator() {
        return faces.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embeddings that && faces.equals(that.faces);
    }

    @Override
    public int hashCode() {
        return faces.hashCode();
    }

    @Override
    public String toString() {
        return "Embeddings[%s, %s]".formatted(size(), dimension());
    }
}
