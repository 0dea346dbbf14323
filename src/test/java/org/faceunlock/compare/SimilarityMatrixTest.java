package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class SimilarityMatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 31, 32, 33, 70}) // around the tile of 32 and the groups of 4
    void everyPairIsTheCosineBitForBit(int count) {
        Embeddings faces = Faces.random(count, 37, 20 + count);
        SimilarityMatrix matrix = SimilarityMatrix.of(faces);
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                assertThat(matrix.get(row, column)).as("%d, %d", row, column)
                        .isEqualTo(Cosine.similarity(faces.get(row), faces.get(column)));
            }
        }
    }

    @Test
    void theDiagonalIsExactlyOne() {
        SimilarityMatrix matrix = SimilarityMatrix.of(Faces.random(200, 512, 21));
        for (int row = 0; row < matrix.size(); row++) {
            assertThat(matrix.get(row, row)).isEqualTo(1.0);
        }
    }

    @Test
    void aFaceOfNaNSpoilsItsRowAndColumnOnly() {
        SimilarityMatrix matrix = SimilarityMatrix.of(
                Faces.of(Embedding.of(1, 0), Embedding.of(Float.NaN, 1), Embedding.of(0, 1)));
        double nan = Double.NaN;
        assertThat(Arrays.deepToString(matrix.toArray())).isEqualTo(
                Arrays.deepToString(new double[][] {{1, nan, 0}, {nan, nan, nan}, {0, nan, 1}}));
    }

    @Test
    void noFacesMakeAnEmptyMatrix() {
        assertThat(SimilarityMatrix.of(Embeddings.of(List.of())).size()).isZero();
    }

    @Test
    void theTableHasAColumnAFaceUnderItsName() {
        Table table = SimilarityMatrix.of(List.of("a.jpg", "b.jpg"), new double[][] {{1, 0.5}, {0.25, 1}}).toTable();
        assertThat(table.columnNames()).containsExactly("name", "a.jpg", "b.jpg");
        assertThat(table.stringColumn("name").asList()).containsExactly("a.jpg", "b.jpg");
        assertThat(table.doubleColumn("b.jpg").asDoubleArray()).containsExactly(0.5, 1);
    }

    @Test
    void namesThatComeAgainAreNumberedInRowsAndColumnsAlike() {
        Table table = SimilarityMatrix.of(List.of("a", "A", "a", "a (2)", "Name"), new double[5][5]).toTable();
        assertThat(table.columnNames()).containsExactly("name", "a", "A (2)", "a (3)", "a (2) (2)", "Name (2)");
        assertThat(table.stringColumn("name").asList()).isEqualTo(table.columnNames().subList(1, 6));
    }

    @Test
    void aSimilarityOfNaNIsMissingInTheTable() {
        Table table = SimilarityMatrix.of(List.of("a"), new double[][] {{Double.NaN}}).toTable();
        assertThat(table.doubleColumn("a").countMissing()).isEqualTo(1);
    }

    @Test
    void theArrayIsACopy() {
        SimilarityMatrix matrix = SimilarityMatrix.of(List.of("a"), new double[][] {{1}});
        matrix.toArray()[0][0] = 7;
        assertThat(matrix.get(0, 0)).isEqualTo(1);
    }

    @Test
    void twoThousandFacesTakeSecondsNotMinutes() {
        Embeddings faces = Faces.random(2000, 512, 22);
        long start = System.nanoTime();
        SimilarityMatrix matrix = SimilarityMatrix.of(faces);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("SimilarityMatrix.of: 2000 x 512 in %.2f s%n", seconds);
        assertThat(matrix.get(1999, 0)).isEqualTo(Cosine.similarity(faces.get(0), faces.get(1999)));
        assertThat(seconds).isLessThan(20);
    }

    @Test
    void namesAreThoseOfTheFaces() {
        Embeddings faces = Embeddings.of(List.of(
                new EmbeddedFace(Path.of("x/1.jpg"), "x", "first", Embedding.of(1)),
                EmbeddedFace.of(Path.of("x/2.jpg"), "x", Embedding.of(1))));
        assertThat(SimilarityMatrix.of(faces).names()).containsExactly("first", "2.jpg");
    }
}
