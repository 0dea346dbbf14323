package org.faceunlock.demo.training;

import java.util.Arrays;
import org.faceunlock.demo.training.StageTargets.Kind;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.network.ParameterSource;

/** The stages in which the three networks of the detector are trained, and what a batch of each is made of. */
enum CascadeStage {
    /** P-Net, on windows of 12 pixels. */
    PROPOSE("pnet", 12, BoxEnd.EXCLUSIVE, 0.26, 2e-3, 384, 1, 3, 1, 0),
    /** R-Net, on squares of 24 pixels. */
    REFINE("rnet", 24, BoxEnd.INCLUSIVE, 0.26, 2e-3, 160, 1, 3, 1, 0),
    /** O-Net, on squares of 48 pixels, until it knows faces. */
    OUTPUT("onet-rough", 48, BoxEnd.INCLUSIVE, 0.18, 2e-3, 112, 2, 3, 1, 2),
    /** O-Net once more, until it also places landmarks. */
    LANDMARKS("onet", 48, BoxEnd.INCLUSIVE, 0.12, 1e-3, 112, 1, 1, 1, 5);

    private final String network;
    private final int side;
    private final BoxEnd end;
    private final double reach;
    private final double peak;
    private final int batch;
    private final int[] parts;

    CascadeStage(String network, int side, BoxEnd end, double reach, double peak,
            int batch, int faces, int none, int part, int landmarks) {
        this.network = network;
        this.side = side;
        this.end = end;
        this.reach = reach;
        this.peak = peak;
        this.batch = batch;
        this.parts = new int[] {faces, none, part, landmarks};
    }

    /** The stage that ends in a network: pnet, rnet or onet. */
    static CascadeStage of(String network) {
        return Arrays.stream(values()).filter(stage -> stage.network.equals(network)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "network: expected pnet, rnet or onet, found \"%s\"".formatted(network)));
    }

    /** The name of what is trained, and of its file. */
    String network() {
        return network;
    }

    /** Side of the network's input in pixels. */
    int side() {
        return side;
    }

    /** How the cascade reads the width of the boxes that this network moves. */
    BoxEnd end() {
        return end;
    }

    /** How far windows close to a face are shifted at most, in sides of it,
            and e to this how much they grow or shrink. */
    double reach() {
        return reach;
    }

    /** The highest learning rate. */
    double peak() {
        return peak;
    }

    /** How many windows of a kind a batch has; faces, none and parts are 1 to 3 to 1 in the paper. */
    int count(Kind kind) {
        int whole = parts[0] + parts[1] + parts[2] + parts[3];
        return batch * parts[kind.ordinal()] / whole;
    }

    /** Whether the network places landmarks. */
    boolean marks() {
        return this == OUTPUT || this == LANDMARKS;
    }

    /** The training of this network, from these parameters on. */
    StageTraining training(ParameterSource start) {
        return switch (this) {
            case PROPOSE -> StageTraining.pNet(start);
            case REFINE -> StageTraining.rNet(start);
            case OUTPUT -> StageTraining.oNet(start);
            case LANDMARKS -> StageTraining.landmarks(start);
        };
    }
}
