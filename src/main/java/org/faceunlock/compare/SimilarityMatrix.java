package org.faceunlock.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faceunlock.embed.Embeddings;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Cosine similarities of n faces with one another: n x n numbers from -1 to 1, symmetric; NaN where a face has no
 * direction. Immutable, so safe to share between threads.
 */
public final class SimilarityMatrix {

    private final List<String> names;
    private final double[][] values;

    private SimilarityMatrix(List<String> names, double[][] values) {
        this.names = List.copyOf(names);
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

    /**
     * A matrix of numbers computed elsewhere.
     *
     * @param names what to call each face, n of them
     * @param values {@code [n][n]}, copied
     */
    public static SimilarityMatrix of(List<String> names, double[][] values) {
        double[][] copy = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            copy[row] = values[row].clone();
            if (copy[row].length != names.size()) {
                throw new IllegalArgumentException("values: expected %d columns in row %d, found %d"
                        .formatted(names.size(), row, copy[row].length));
            }
        }
        if (copy.length != names.size()) {
            throw new IllegalArgumentException(
                    "values: expected %d rows, found %d".formatted(names.size(), copy.length));
        }
        return new SimilarityMatrix(names, copy);
    }

    /** How many faces there are. */
    public int size() {
        return names.size();
    }

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

    /**
     * A table with a column {@code name} and then one column a face, a row a face. A name that comes again is given
     * a number, as in {@code 1.jpg (2)}, for a table cannot have two columns of one name, upper and lower case taken
     * as the same. NaN is a missing value.
     */
    public Table toTable() {
        Table table = Table.create("similarity", StringColumn.create("name", names));
        Set<String> taken = new HashSet<>(Set.of("name"));
        for (int column = 0; column < size(); column++) {
            String title = names.get(column);
            for (int copy = 2; !taken.add(title.toLowerCase(Locale.ROOT)); copy++) {
                title = "%s (%d)".formatted(names.get(column), copy);
            }
            int of = column;
            table.addColumns(DoubleColumn.create(title, Arrays.stream(values).mapToDouble(row -> row[of]).toArray()));
        }
        return table;
    }
}
