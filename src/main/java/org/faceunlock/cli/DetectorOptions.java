package org.faceunlock.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.TurningDetector;
import org.faceunlock.models.DetectorWeights;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a command lets its user say about finding faces. */
public final class DetectorOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--detector", paramLabel = "NAME", defaultValue = DetectorWeights.AUTO,
            completionCandidates = Choices.class,
            description = "Weights that find faces: ${COMPLETION-CANDIDATES}. auto (the default) is mtcnn if it was"
                    + " fetched, else demo, which comes with the program; demo for photos that this program rendered.")
    private String choice;

    @Option(names = "--min-face", paramLabel = "N", defaultValue = "20",
            description = "Smallest face to look for, in pixels (default: ${DEFAULT-VALUE}). Larger is faster: the"
                    + " first network, most of the time, sees 72 %% as many pixels as the photo has with 20, 18 %% with"
                    + " 40, 4.5 %% with 80.")
    private double minimumFaceSize;

    @Option(names = "--thresholds", paramLabel = "P,R,O", split = ",", arity = "1", defaultValue = "0.6,0.7,0.7",
            description = "Least probability for each of the three stages (default: ${DEFAULT-VALUE}).")
    private List<Double> thresholds;

    @Option(names = "--factor", paramLabel = "F", defaultValue = "0.709",
            description = "Size of each pyramid level relative to the one before (default: ${DEFAULT-VALUE}).")
    private double factor;

    @Option(names = "--margin", paramLabel = "N", defaultValue = "18",
            description = "Pixels of the crop that lie outside the face's box (default: ${DEFAULT-VALUE}).")
    private int margin;

    @Option(names = "--turn", description = "Where no face is found, also look at the photo in its three other quarter"
            + " turns and with a border around it; the report says what was done.")
    private boolean turn;

    /** What finds and cuts faces for an embedder with the networks of a detector, and ends with them. */
    FaceDetector finder(Mtcnn mtcnn, CropRecipe recipe) {
        FaceDetector finder = mtcnn.cutting(recipe);
        return turn ? TurningDetector.of(finder) : finder;
    }

    /** A detector with these options; the caller closes it. */
    public Mtcnn open(FacePolicy policy) {
        return open(policy, UnaryOperator.identity());
    }

    /** As the other, for those photos: auto is demo for rendered people. */
    public Mtcnn open(FacePolicy policy, ImageFolder photos) {
        return open(ModelsInUse.choice(choice, photos), policy, UnaryOperator.identity());
    }

    /** As the other, with something about the settings changed. */
    public Mtcnn open(FacePolicy policy, UnaryOperator<MtcnnSettings> change) {
        return open(choice, policy, change);
    }

    private Mtcnn open(String weights, FacePolicy policy, UnaryOperator<MtcnnSettings> change) {
        return Mtcnn.load(checked(weights), change.apply(settings().withPolicy(policy)));
    }

    private String checked(String weights) {
        if (!DetectorWeights.CHOICES.contains(weights)) {
            throw new ParameterException(command.commandLine(), "--detector takes one of %s; found %s"
                    .formatted(String.join(", ", DetectorWeights.CHOICES), weights));
        }
        return weights;
    }

    /** Which weights these options name. */
    String choice() {
        return checked(choice);
    }

    /** Whether photos in which no face is found are turned. */
    boolean turning() {
        return turn;
    }

    /** How faces are cut out with these options. */
    public Crop crop() {
        return Crop.of(settings().imageSize(), settings().margin());
    }

    /** What to look for. */
    MtcnnSettings settings() {
        if (thresholds.size() != 3) {
            throw new ParameterException(command.commandLine(),
                    "--thresholds takes three numbers, such as 0.6,0.7,0.7; found " + thresholds.size());
        }
        try {
            return MtcnnSettings.defaults().withMinimumFaceSize(minimumFaceSize).withFactor(factor).withMargin(margin)
                    .withThresholds(thresholds.get(0), thresholds.get(1), thresholds.get(2));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** The names, for the help text. */
    static final class Choices implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return DetectorWeights.CHOICES.iterator();
        }
    }
}
