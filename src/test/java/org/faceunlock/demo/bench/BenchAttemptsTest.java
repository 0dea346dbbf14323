package org.faceunlock.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.faceunlock.cli.TextColumns;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BenchAttemptsTest {

    private static BenchAttempts attempts;

    @BeforeAll
    static void tryThem() throws IOException {
        try (Mtcnn mtcnn = Mtcnn.load(ShippedWeights.NAME, MtcnnSettings.defaults().withPolicy(FacePolicy.EXACTLY_ONE));
                FaceEmbedder network = FaceEmbedder.load(ShippedWeights.NAME)) {
            attempts = BenchAttempts.of(mtcnn, network);
        }
    }

    @Test
    void shippedModelsDecideAllRightlyWithRoomToSpare() {
        BenchGoals goals = new BenchGoals();
        attempts.addTo(goals);
        assertThat(TextColumns.of(goals.rows()).lines()).as("table")
                .anyMatch(line -> line.contains("rightly at 0.75") && line.endsWith("PASS"));
        assertThat(goals.allReached()).isTrue();
    }

    @Test
    void meStayingLockedIsAMiss() {
        BenchGoals goals = new BenchGoals();
        at(0.999).addTo(goals);
        assertThat(TextColumns.of(goals.rows()).lines())
                .anyMatch(line -> line.contains("80.00 %") && line.endsWith("FAIL"));
    }

    @Test
    void aSimilarityNearTheThresholdIsAMiss() {
        double similarity = attempts.decisions().stream().filter(decision -> decision.unlocked()).findFirst()
                .orElseThrow().similarity();
        BenchGoals goals = new BenchGoals();
        at(similarity - 0.01).addTo(goals);
        assertThat(TextColumns.of(goals.rows()).lines())
                .anyMatch(line -> line.contains("0.010") && line.endsWith("FAIL"));
        assertThat(goals.allReached()).isFalse();
    }

    private static BenchAttempts at(double threshold) {
        return new BenchAttempts(attempts.decisions().stream()
                .map(decision -> decision.at(Threshold.cosine(threshold))).toList());
    }
}
