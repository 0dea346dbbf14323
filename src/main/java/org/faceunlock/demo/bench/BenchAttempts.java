package org.faceunlock.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.io.FileUtils;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.Reason;
import org.faceunlock.demo.people.ShippedPeople;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.image.ImageFolder;

/**
 * The attempts to unlock that the project ships: me is enrolled, and only a new photo of me may unlock, each of the
 * others being refused for its own reason.
 *
 * @param decisions one for each photo of {@code faces_test}
 */
public record BenchAttempts(List<Decision> decisions) {

    private static final Map<String, Reason> RIGHT = Map.of("me_test.jpg", Reason.MATCH, "look_alike.jpg",
            Reason.NON_MATCH, "stranger.jpg", Reason.NON_MATCH, "group.jpg", Reason.SEVERAL_FACES, "no_face.jpg",
            Reason.NO_FACE);
    private static final double LEAST_MARGIN = 0.05;

    /** Renders the photos anew, enrols me at the threshold that the network's card names, and tries them all. */
    public static BenchAttempts of(Mtcnn mtcnn, FaceEmbedder network) throws IOException {
        Path folder = Files.createTempDirectory("face-unlock-attempts");
        try {
            ShippedPeople.write(folder);
            FaceUnlock unlock = FaceUnlock.using(mtcnn, network).enrol(
                    ImageFolder.of(folder.resolve("faces/me")).detect(mtcnn.cutting(network.recipe())),
                    network.suggestedThreshold());
            return new BenchAttempts(RIGHT.keySet().stream().sorted()
                    .map(file -> unlock.attempt(folder.resolve("faces_test").resolve(file))).toList());
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    /** Adds how many attempts came out right, and how near the closest came to the threshold. */
    public void addTo(BenchGoals goals) {
        long right = decisions.stream().filter(BenchAttempts::isRight).count();
        goals.atLeast("attempts of faces_test decided rightly at " + decisions.get(0).threshold().value(),
                new Rate(right, decisions.size()), 1);
        DoubleStream margins = decisions.stream().mapToDouble(decision -> Math.abs(decision.margin()))
                .filter(margin -> !Double.isNaN(margin));
        goals.atLeast("least distance of their similarities from it", margins.min().orElse(0), LEAST_MARGIN);
    }

    private static boolean isRight(Decision decision) {
        String file = decision.file().orElseThrow().getFileName().toString();
        return decision.reason() == RIGHT.get(file);
    }
}
