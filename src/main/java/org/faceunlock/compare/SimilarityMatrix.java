package org.faceunlock.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.image.PhotoLabels;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Cosine similarities of n faces with one another: n x n numbers from -1 to 1, symmetric; NaN where a face has no
 * direction. Immutable, so safe to share between threads.
 */
public final class SimilarityMatrix {

    private static final String NAME = "name";

    private final List<String> names;
    private final double[][] values;

    private SimilarityMatrix(List<String> names, double[][] values) {
        this.names = List.copyOf(PhotoLabels.numbered(names, Set.of(NAME)));
        this.values = values;
    }

    /**
     * Every face against every other, each pair as {@link Cosine#similarity} gives it, bit for bit.
     *
     * @return exactly symmetric; exactly 1 on the diagonal, or NaN for a face whose numbers are not finite or all zero
     */
    public static SimilarityMatrix of(Embeddings embeddings) {
        return new SimilarityMatrix(embeddings.names(), PairwiseCosine.of(embeddings.toArray()));
    }

    /** Every face against every other and itself, each pair once, block by block, for those who need no matrix. */
    public static void visit(Embeddings embeddings, SimilarityVisitor visitor) {
        PairwiseCosine.visit(embeddings.toArray(), visitor);
    }

    /**
     * A matrix of numbers computed elsewhere.
     *
     * @param names what to call each face, n of them; one that comes again is given a number
     * @param values {@code [n][n]}, copied
     */
    public static SimilarityMatrix of(List<String> names, double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
            if (copy[row].length != names.size()) {
                throw new IllegalArgumentException("values: expected %s columns in row %s, found %s"
                        .formatted(names.size(), row, copy[row].length));
            }
        }
        if (copy.length != names.size()) {
            throw new IllegalArgumentException(
                    "values: expected %s rows, found %s".formatted(names.size(), copy.length));
        }
        return new SimilarityMatrix(names, copy);
    }

    /** How many faces there are. */
    public int size() {
        return names.size();
    }

    /** What each face is called, no two alike, upper and lower case taken as the same, and none {@value #NAME}. */
    public List<String> names() {
        return names;
    }

    /** The similarity of two faces. */
    public double get(int row, int column) {
        return values[row][column];
    }

    /** A copy of all similarities, {@code [n][n]}. */
    public double[][] toArray() {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = values[row].clone();
        }
        return copy;
    }

    /** A table with a column {@code name} and then one column a face, a row a face. NaN is a missing value. */
    public Table toTable() {
        Table table = Table.create("similarity", StringColumn.create(NAME, names));
        for (int column = 0; column < size(); column++) {
            int of = column;
            table.addColumns(DoubleColumn.create(names.get(column),
                    Arrays.stream(values).mapToDouble(row -> row[of]).toArray()));
        }
        return TableNumbers.atMostFourDecimals(table);
    }

    @Override
    public String toString() {
        return "SimilarityMatrix of %1$s faces [%1$s, %1$s], cosine".formatted(size());
    }
}
