package org.faceunlock.demo.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.torch.InitialParameters;
import org.faceunlock.torch.StageTraining;
import org.faceunlock.torch.StateDict;

/**
 * Trains P-Net, R-Net and O-Net from scratch on rendered people, one after the other, each also on what the networks before
 * it hand on (Zhang et al. 2016, section III-A). For one thread.
 *
 * <p>What is done is kept in the folder: pictures, and each network once it is trained. A run that was ended goes on from
 * there.
 */
public final class DetectorTraining {

    /** Probabilities from which the networks before hand a window on to the one in training: lower than in use. */
    private static final double PROPOSED = 0.4;
    private static final double REFINED = 0.3;

    private final DetectorPlan plan;
    private final NetworkFolder networks;
    private final PhotoCache photos;
    private final DetectorProgress progress;

    public DetectorTraining(DetectorPlan plan, Path folder, DetectorProgress progress) {
        this.plan = plan;
        this.networks = new NetworkFolder(folder);
        this.photos = new PhotoCache(folder.resolve("pictures"), plan);
        this.progress = progress;
    }

    /** Trains what is not trained yet. */
    public void run() throws IOException {
        networks.claim(plan);
        photos.fill(done -> progress.step("rendering", done, plan.pictures(), Double.NaN));
        for (CascadeStage stage : CascadeStage.values()) {
            if (networks.read(stage).isEmpty()) {
                StateDict states = new StageLearning(stage, plan.steps(), seed(stage)).learn(windows(stage), progress);
                networks.write(stage, states);
            }
        }
    }

    private WindowPool windows(CascadeStage stage) {
        WindowSampler sampler = new WindowSampler(stage);
        WindowGathering gathering = new WindowGathering(photos, plan.pictures(), seed(stage) << 32);
        if (stage == CascadeStage.PROPOSE) {
            return gathering.gather(stage, List.of(sampler::draw), progress);
        }
        try (Mtcnn earlier = earlier(stage)) {
            return gathering.gather(stage, List.of(sampler::draw, new WindowSearch(earlier, sampler)::find), progress);
        }
    }

    /** The cascade as far as it is trained; nothing gets past the last network that is. */
    private Mtcnn earlier(CascadeStage next) {
        double refined = next == CascadeStage.REFINE ? 1 : REFINED;
        return Mtcnn.of(trained(CascadeStage.PROPOSE),
                next == CascadeStage.REFINE ? untrained(next) : trained(CascadeStage.REFINE),
                untrained(CascadeStage.OUTPUT),
                MtcnnSettings.defaults().withThresholds(PROPOSED, refined, 1));
    }

    private StateDict trained(CascadeStage stage) {
        return networks.read(stage).orElseThrow();
    }

    private StateDict untrained(CascadeStage stage) {
        try (StageTraining training = stage.training(new InitialParameters(plan.seed()))) {
            return training.states();
        }
    }

    private long seed(CascadeStage stage) {
        return 1000 * (stage.ordinal() + 1) + plan.seed();
    }
}
