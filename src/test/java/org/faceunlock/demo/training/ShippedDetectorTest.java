package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Overlap;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The detector that ships, on people and places that it was not trained on. */
class ShippedDetectorTest {

    private static final int FIRST_PERSON = 4_000;
    private static final int PEOPLE = 8;
    private static Mtcnn mtcnn;

    @BeforeAll
    static void load() {
        mtcnn = Mtcnn.load(ShippedWeights.NAME, MtcnnSettings.defaults());
    }

    @AfterAll
    static void close() {
        mtcnn.close();
    }

    @Test
    void renderedPersonIsFoundWhereTheTruthSays() {
        int misses = 0;
        for (int seed = FIRST_PERSON; seed < FIRST_PERSON + PEOPLE; seed++) {
            RenderedPhoto photo = FaceRenderer.portrait(Identity.of(seed), seed, 280, 240, Limits.WIDE);
            Truth truth = photo.truths().get(0);
            List<Detection> found = mtcnn.detect(photo.image());
            boolean right = found.size() == 1
                    && Overlap.IOU.of(found.get(0).box(), truth.box(), BoxEnd.EXCLUSIVE) >= 0.5
                    && landmarkError(found.get(0), truth) <= 0.12;
            System.out.printf("person and photo seed %d: truth %s, found %s%n", seed, truth.box(), found);
            misses += right ? 0 : 1;
        }
        assertThat(misses).as("of %d people from seed %d", PEOPLE, FIRST_PERSON).isZero();
    }

    private static double landmarkError(Detection found, Truth truth) {
        return IntStream.range(0, 5)
                .mapToDouble(i -> found.landmarks().points().get(i).distanceTo(truth.landmarks().points().get(i)))
                .average().orElseThrow() / truth.landmarks().eyeDistance();
    }

    @Test
    void everyoneInAGroupIsFound() {
        List<Identity> people = IntStream.range(0, 4).mapToObj(i -> Identity.of(FIRST_PERSON + 100 + i)).toList();
        RenderedPhoto photo = FaceRenderer.group(people, 4100, 400, 280, Limits.PORTRAIT);
        System.out.println("group and photo seed 4100");
        List<Detection> found = mtcnn.detect(photo.image());
        assertThat(found).hasSize(4);
        for (Truth truth : photo.truths()) {
            assertThat(found).anyMatch(face -> Overlap.IOU.of(face.box(), truth.box(), BoxEnd.EXCLUSIVE) >= 0.5);
        }
    }

    @Test
    void nothingIsFoundWhereNobodyIs() {
        for (int seed = 4200; seed < 4212; seed++) {
            List<Detection> found = mtcnn.detect(FaceRenderer.empty(seed, 320, 240).image());
            assertThat(found).as("place seed %d", seed).isEmpty();
        }
    }
}
