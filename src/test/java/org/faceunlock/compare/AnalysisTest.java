package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.faceunlock.GoldenNumbers;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.projection.Pca;
import org.faceunlock.projection.PcaRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The article's analysis, number by number: nine embeddings, their cosines, and their map by SVD. */
class AnalysisTest {

    private final Analysis analysis = GoldenNumbers.json("analysis.json", Analysis.class);
    private final Embeddings embeddings =
            Faces.of(Arrays.stream(analysis.embeddings()).map(Embedding::of).toArray(Embedding[]::new));

    /** The file's numbers, under the file's names. */
    private record Analysis(float[][] embeddings, double[][] cosine, double[][] pca2, double[] singular_values) {
    }

    @Test
    void cosinesAreTheReferences() {
        assertClose("cosine", SimilarityMatrix.of(embeddings).toArray(), analysis.cosine(), 1e-7);
    }

    @ParameterizedTest
    @EnumSource
    void thePcaIsTheArticlesUpToSign(PcaRoute route) {
        double[][] x = embeddings.toArray();
        double[][] scores = Pca.fit(x, 2, route).transform(x).toArray();
        for (int component = 0; component < 2; component++) {
            double sign = Math.signum(scores[0][component] * analysis.pca2()[0][component]);
            for (double[] score : scores) {
                score[component] *= sign;
            }
        }
        assertClose("pca2 by " + route, scores, analysis.pca2(), 1e-7);
    }

    @ParameterizedTest
    @EnumSource
    void singularValuesAreTheReferences(PcaRoute route) {
        double[] values = Pca.fit(embeddings.toArray(), 9, route).singularValues();
        assertClose("singular values by " + route,
                new double[][] {values}, new double[][] {analysis.singular_values()}, 1e-7);
    }

    private static void assertClose(String what, double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        double largest = 0;
        String place = "nowhere";
        for (int row = 0; row < expected.length; row++) {
            for (int column = 0; column < expected[row].length; column++) {
                double difference = Math.abs(actual[row][column] - expected[row][column]);
                if (Double.compare(difference, largest) > 0) { // NaN is the largest
                    largest = difference;
                    place = "row %d, column %d".formatted(row, column);
                }
            }
        }
        System.out.printf("%s: largest difference %.2e at %s%n", what, largest, place);
        assertThat(largest).as("%s, %s", what, place).isLessThanOrEqualTo(tolerance);
    }
}
