package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.EnrolmentReview.Finding;
import org.junit.jupiter.api.Test;

class EnrolmentReviewTest {

    private static final double THRESHOLD = 0.6;

    private final List<EmbeddedFace> faces = new ArrayList<>(Planted.people(Planted.seeded(1), 4, 5, 0.5).faces());

    @Test
    void goodPhotosHaveNoFindingButTheWeakest() {
        EnrolmentReview review = EnrolmentReview.of(Embeddings.of(faces), THRESHOLD);
        assertThat(review.files(Finding.WRONG_PERSON)).isEmpty();
        assertThat(review.files(Finding.NEAR_DUPLICATE)).isEmpty();
        assertThat(review.files(Finding.WEAKEST)).hasSize(4);
    }

    @Test
    void photoOfAnotherEnrolledPersonIsNamedAndCostsMatches() {
        EmbeddedFace wrong = planted("p0", faces.get(7).embedding());
        EnrolmentReview review = EnrolmentReview.of(Embeddings.of(faces), THRESHOLD);
        assertThat(review.files(Finding.WRONG_PERSON)).contains(wrong.file());
        EnrolmentReview.PhotoReview row = review.photos().get(review.photos().size() - 1);
        assertThat(row.face()).isEqualTo(wrong);
        assertThat(row.without().events()).isLessThan(row.with().events());
    }

    @Test
    void photoOfAStrangerIsNamed() {
        EmbeddedFace wrong = planted("p0", Planted.people(Planted.seeded(9), 1, 1, 1).get(0));
        assertThat(EnrolmentReview.of(Embeddings.of(faces), THRESHOLD).files(Finding.WRONG_PERSON))
                .containsExactly(wrong.file());
    }

    @Test
    void copyIsNamedAndNotItsOriginal() {
        EmbeddedFace copy = planted("p2", faces.get(11).embedding());
        assertThat(EnrolmentReview.of(Embeddings.of(faces), THRESHOLD).files(Finding.NEAR_DUPLICATE))
                .containsExactly(copy.file());
    }

    @Test
    void singlePhotoIsNotJudged() {
        EnrolmentReview review = EnrolmentReview.of(Embeddings.of(List.of(Planted.face("a", 1, 1, 0))), THRESHOLD);
        assertThat(review.suspects()).isEmpty();
        assertThat(review.photos().get(0).similarity()).isNaN();
    }

    private EmbeddedFace planted(String person, Embedding embedding) {
        EmbeddedFace face = EmbeddedFace.of(Path.of(person, "planted.jpg"), person, embedding);
        faces.add(face);
        return face;
    }
}
