package org.faceunlock.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faceunlock.compare.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ArticleNumbersTest {
    @Test
    void onlyPairsOfTheArticleAreSetBesideOurs() {
        SimilarityMatrix ours = SimilarityMatrix.of(List.of("me_1.jpg", "other.jpg", "me_2.jpg"),
                new double[][] {{1, .5, .8876}, {.5, 1, .25}, {.8876, .25, 1}});
        Table table = ArticleNumbers.pairs(ours);
        assertThat(table.rowCount()).isOne();
        assertThat(table.row(0).getString("photo")).isEqualTo("me_2.jpg");
        assertThat(table.row(0).getDouble("article")).isEqualTo(0.89);
        assertThat(table.row(0).getDouble("difference")).isEqualTo(-0.0024);
    }

    @Test
    void withoutTheArticlesPhotosThereIsNothingToCompare() {
        assertThat(ArticleNumbers.attempts(List.of()).rowCount()).isZero();
    }
}
