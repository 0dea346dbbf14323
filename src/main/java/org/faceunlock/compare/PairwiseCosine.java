package org.faceunlock.compare;

import java.util.stream.IntStream;
import org.faceunlock.embed.Cosine;

/**
 * The cosine of every pair of rows, tile by tile so that the rows of a tile stay in the processor's cache, four columns
 * at a time so that the processor adds four sums at once. Every sum is still taken from the first number to the last,
 * so each result is bit for bit that of {@link Cosine#similarity}.
 */
final class PairwiseCosine {

    private static final int TILE = 32; // 32 rows of 512 doubles are 128 KiB

    private final double[][] rows;
    private final double[] squares;
    private final SimilarityVisitor visitor;

    private PairwiseCosine(double[][] rows, SimilarityVisitor visitor) {
        this.rows = rows;
        this.visitor = visitor;
        this.squares = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            squares[row] = dot(rows[row], rows[row]);
        }
    }

    /**
     * @param rows {@code [n][d]}, not changed
     * @return {@code [n][n]}, symmetric, exactly 1 on the diagonal where a row is finite and not all zeros, else NaN
     */
    static double[][] of(double[][] rows) {
        double[][] cosines = new double[rows.length][rows.length];
        visit(rows, (row, column, cosine) -> {
            cosines[row][column] = cosine;
            cosines[column][row] = cosine;
        });
        return cosines;
    }

    /** Every pair of rows once, and every row with itself, on all processors; nothing is kept. */
    static void visit(double[][] rows, SimilarityVisitor visitor) {
        PairwiseCosine pairs = new PairwiseCosine(rows, visitor);
        int tiles = (rows.length + TILE - 1) / TILE;
        IntStream.range(0, tiles).parallel().forEach(tile -> {
            for (int left = 0; left <= tile; left++) {
                pairs.fillTile(tile * TILE, left * TILE);
            }
        });
    }

    private void fillTile(int top, int left) {
        for (int row = top; row < Math.min(top + TILE, rows.length); row++) {
            int end = Math.min(left + TILE, row + 1);
            int column = left;
            for (; column + 4 <= end; column += 4) {
                fillFour(row, column);
            }
            for (; column < end; column++) {
                set(row, column, dot(rows[row], rows[column]));
            }
        }
    }

    private void fillFour(int row, int column) {
        double[] a = rows[row];
        double[] b0 = rows[column];
        double[] b1 = rows[column + 1];
        double[] b2 = rows[column + 2];
        double[] b3 = rows[column + 3];
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < a.length; i++) {
            sum0 += a[i] * b0[i];
            sum1 += a[i] * b1[i];
            sum2 += a[i] * b2[i];
            sum3 += a[i] * b3[i];
        }
        set(row, column, sum0);
        set(row, column + 1, sum1);
        set(row, column + 2, sum2);
        set(row, column + 3, sum3);
    }

    private void set(int row, int column, double dot) {
        visitor.visit(row, column, Cosine.ofSums(dot, squares[row], squares[column]));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
