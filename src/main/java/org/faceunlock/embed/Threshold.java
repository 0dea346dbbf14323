package org.faceunlock.embed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The similarity from which on two faces count as the same person's. A tie is accepted, NaN never is.
 *
 * @param value raw cosine, -1 to 1; the higher, the stricter
 * @param scale in which it was stated, to be told in
 */
public record Threshold(double value, SimilarityScale scale) {

    public Threshold {
        Objects.requireNonNull(scale, "scale");
        SimilarityScale.COSINE.check(value);
    }

    /** A threshold on the raw cosine; the article takes 0.8. */
    public static Threshold cosine(double value) {
        return new Threshold(value, SimilarityScale.COSINE);
    }

    /**
     * A threshold that was stated in another scale: of a distance, the greatest that is accepted.
     *
     * @throws IllegalArgumentException if there is no such number in that scale
     */
    public static Threshold of(SimilarityScale scale, double value) {
        return new Threshold(scale.to(SimilarityScale.COSINE, value), scale);
    }

    /**
     * A threshold as a user types it: a raw cosine as in {@code 0.8}, or with the label of its scale as in {@code
     * euclidean:0.6}.
     *
     * @throws IllegalArgumentException if it is no number, or there is no such scale, or no such number in it
     */
    public static Threshold parse(String text) {
        int colon = text.indexOf(':');
        SimilarityScale scale = colon < 0 ? SimilarityScale.COSINE : SimilarityScale.labelled(text.substring(0, colon));
        try {
            return of(scale, Double.parseDouble(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, found '%s'".formatted(text), e);
        }
    }

    /** The same threshold in a scale. */
    public double in(SimilarityScale other) {
        return SimilarityScale.COSINE.to(other, value);
    }

    /** Whether {@code similarity >= value}; false for NaN. */
    public boolean accepts(double similarity) {
        return similarity >= value;
    }

    /** What other programs call the same, in one line: {@code euclidean <= 0.6325, ...}. */
    public String elsewhere() {
        return Arrays.stream(SimilarityScale.values()).filter(other -> other != SimilarityScale.COSINE)
                .map(this::describe).collect(Collectors.joining(", "));
    }

    private String describe(SimilarityScale other) {
        return String.format(Locale.ROOT, "%s %s %.4f", other.label(), other.higherIsMoreAlike() ? ">=" : "<=",
                in(other));
    }

    /** The same threshold in every scale: the scale, the number, what it is, and on which side of it to accept. */
    public Table toTable() {
        Table table = Table.create("the same threshold in other scales", StringColumn.create("scale"),
                StringColumn.create("accept"), DoubleColumn.create("number"), StringColumn.create("what it is"));
        for (SimilarityScale other : SimilarityScale.values()) {
            table.stringColumn(0).append(other.label());
            table.stringColumn(1).append(other.higherIsMoreAlike() ? "at or above" : "at or below");
            table.doubleColumn(2).append(in(other));
            table.stringColumn(3).append(other.title());
        }
        return TableNumbers.atMostFourDecimals(table);
    }

    @Override
    public String toString() {
        return scale == SimilarityScale.COSINE ? "similarity >= " + value
                : String.format(Locale.ROOT, "similarity >= %.4f (%s)", value, describe(scale));
    }
}
