package org.faceunlock.demo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.network.ParameterSource;

/**
 * Trains P-Net, R-Net and O-Net from scratch on rendered people, one after the other, each also on what the networks
 * before it hand on (Zhang et al. 2016, section III-A). For one thread.
 *
 * <p>Everything is kept in the folder: the pictures, snapshots, and pnet.pt, rnet.pt and onet.pt once trained. A run
 * that was stopped goes on from there.
 */
public final class DetectorTraining {

    /** Probabilities from which the networks before hand a window on to the one in training: lower than in use. */
    private static final double PROPOSED = 0.4;
    private static final double REFINED = 0.3;

    private final DetectorPlan plan;
    private final NetworkFolder networks;
    private final PhotoCache photos;
    private final TrainingListener listener;

    public DetectorTraining(DetectorPlan plan, Path folder, TrainingListener listener) {
        this.plan = plan;
        this.networks = new NetworkFolder(folder);
        this.photos = new PhotoCache(folder.resolve("pictures"), plan);
        this.listener = listener;
    }

    /**
     * Trains what is not trained yet.
     *
     * @throws IllegalArgumentException if the folder is that of another plan
     */
    public void run() throws IOException {
        networks.claim(plan);
        for (CascadeStage stage : CascadeStage.values()) {
            if (!networks.has(stage)) {
                photos.fill(listener);
                train(windows(stage));
            }
        }
    }

    /** The losses of a network's steps, by the name of the network: pnet, rnet or onet. */
    public LossHistory losses(String network) {
        return Snapshot.read(networks.snapshot(CascadeStage.of(network))).losses();
    }

    private void train(WindowPool windows) {
        CascadeStage stage = windows.stage();
        Path file = networks.snapshot(stage);
        String words = stage.network() + " by " + plan;
        if (Files.exists(file)) {
            Snapshot saved = Snapshot.read(file);
            TrainingRun run = TrainingRun.resume(words, plan.steps(stage), file, saved);
            finish(stage, run, StageTrainer.resume(windows, plan, saved.states()));
        } else {
            TrainingRun run = TrainingRun.begin(words, plan.steps(stage), file);
            finish(stage, run, StageTrainer.begin(windows, plan, start(stage)));
        }
    }

    private ParameterSource start(CascadeStage stage) {
        return switch (stage) {
            case PROPOSE, REFINE, OUTPUT -> new InitialParameters(plan.seed(stage));
            case LANDMARKS -> ParameterSource.of(networks.read(CascadeStage.OUTPUT));
        };
    }

    private void finish(CascadeStage stage, TrainingRun run, StageTrainer learner) {
        try (learner) {
            run.finish("training " + stage.network(), learner, listener);
            networks.write(stage, learner.states());
        }
    }

    private WindowPool windows(CascadeStage stage) {
        WindowSampler sampler = new WindowSampler(stage);
        HardExampleMining gathering = new HardExampleMining(photos, plan.pictures(), plan.seed(stage) << 32);
        if (stage == CascadeStage.PROPOSE) {
            return gathering.gather(stage, List.of(sampler::draw), listener);
        }
        try (Mtcnn earlier = earlier(stage)) {
            return gathering.gather(stage, List.of(sampler::draw, new WindowSearch(earlier, sampler)::find), listener);
        }
    }

    /** The cascade as far as it is trained; nothing gets past the last network that is. */
    private Mtcnn earlier(CascadeStage next) {
        boolean refines = next != CascadeStage.REFINE;
        return Mtcnn.of(networks.read(CascadeStage.PROPOSE),
                refines ? networks.read(CascadeStage.REFINE) : untrained(CascadeStage.REFINE),
                untrained(CascadeStage.OUTPUT),
                MtcnnSettings.defaults().withThresholds(PROPOSED, refines ? REFINED : 1, 1));
    }

    private StateDict untrained(CascadeStage stage) {
        try (StageTraining training = stage.training(new InitialParameters(plan.seed(stage)))) {
            return training.states();
        }
    }
}
