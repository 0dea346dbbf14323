package org.faceunlock.detect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.DetectorWeights;
import org.faceunlock.models.ModelStore;
import org.faceunlock.network.FloatTensor;
import org.faceunlock.network.Network;

/**
 * Finds faces: a cascade of three networks, each looking closer at fewer places, that gives box, probability and
 * landmarks.
 *
 * <p>Zhang et al., "Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks", 2016, with
 * the weights and the conventions of facenet-pytorch 787da06. A photo of any size will do; one too small for a face of
 * the minimum size has none. Holds native memory until closed; safe to use from several threads until then.
 */
public final class Mtcnn implements FaceDetector, AutoCloseable {

    private static final String UNNAMED = "weights of your own";

    private final String name;
    private final String sha256;
    private final MtcnnSettings settings;
    private final Crop crop;
    private final List<StageNetwork> networks;
    private final ProposalStage propose;
    private final RefineStage refine;
    private final OutputStage output;

    Mtcnn(StageNetwork pNet, StageNetwork rNet, StageNetwork oNet, MtcnnSettings settings) {
        this(UNNAMED, "", pNet, rNet, oNet, settings);
    }

    private Mtcnn(String name, String sha256, StageNetwork pNet, StageNetwork rNet, StageNetwork oNet,
            MtcnnSettings settings) {
        this.name = name;
        this.sha256 = sha256;
        this.settings = settings;
        this.crop = Crop.of(settings.imageSize(), settings.margin());
        this.networks = List.of(pNet, rNet, oNet);
        this.propose = new ProposalStage(pNet, settings.proposalThreshold());
        this.refine = new RefineStage(rNet, settings.refineThreshold());
        this.output = new OutputStage(oNet, settings.outputThreshold());
    }

    /**
     * A detector with the default settings and the published weights if they were fetched, else with the small ones
     * that come with the library; {@link #name} tells which.
     */
    public static Mtcnn load() {
        return load(DetectorWeights.AUTO);
    }

    /** A detector with chosen weights, as {@link #load(String, MtcnnSettings)}, and the default settings. */
    public static Mtcnn load(String choice) {
        return load(choice, MtcnnSettings.defaults());
    }

    /**
     * A detector with chosen weights.
     *
     * @param choice one of {@link DetectorWeights#CHOICES}
     * @throws org.faceunlock.models.MissingModelException if they were not fetched; the message says how
     */
    public static Mtcnn load(String choice, MtcnnSettings settings) {
        return of(DetectorWeights.of(choice, ModelStore.ofUser()), settings);
    }

    /**
     * A detector with the given weights.
     *
     * @throws IllegalArgumentException if a parameter is missing or has another shape
     */
    public static Mtcnn of(DetectorWeights weights, MtcnnSettings settings) {
        return new Mtcnn(weights.name(), weights.sha256(), stage(Network.pNet(weights.pNet())),
                stage(Network.rNet(weights.rNet())), stage(Network.oNet(weights.oNet())), settings);
    }

    /** As the other, with weights that have no name. */
    public static Mtcnn of(StateDict pNet, StateDict rNet, StateDict oNet, MtcnnSettings settings) {
        return of(new DetectorWeights(UNNAMED, pNet, rNet, oNet), settings);
    }

    private static StageNetwork stage(Network network) {
        return new StageNetwork() {
            @Override
            public List<FloatTensor> run(FloatTensor input) {
                return network.run(input);
            }

            @Override
            public void close() {
                network.close();
            }
        };
    }

    /** What the weights are called in captions. */
    public String name() {
        return name;
    }

    /** The SHA-256 of the weights of all three networks; empty for networks that are none of this library. */
    public String sha256() {
        return sha256;
    }

    public MtcnnSettings settings() {
        return settings;
    }

    /**
     * All faces in a photo, largest box first; by descending probability if the policy of the settings is
     * {@link FacePolicy#PROBABILITY}.
     *
     * @return empty when there is none
     */
    public List<Detection> detect(RgbImage photo) {
        Pyramid pyramid = Pyramid.of(photo.width(), photo.height(), settings);
        return detect(IntegralImage.of(photo), pyramid, CascadeObserver.NONE);
    }

    /** The faces of each photo, in the order of the photos, which may have any sizes; as if one by one. */
    public List<List<Detection>> detect(List<RgbImage> photos) {
        return photos.parallelStream().map(this::detect).toList();
    }

    /** The faces in a photo, and what each stage made of it; takes more time and memory than {@link #detect}. */
    public MtcnnTrace detectWithTrace(RgbImage photo) {
        IntegralImage sums = IntegralImage.of(photo);
        Pyramid pyramid = Pyramid.of(photo.width(), photo.height(), settings);
        TraceRecorder recorder = new TraceRecorder(sums, pyramid);
        return recorder.trace(detect(sums, pyramid, recorder));
    }

    private List<Detection> detect(IntegralImage photo, Pyramid pyramid, CascadeObserver observer) {
        Candidates proposed = propose.run(photo, pyramid, observer);
        Candidates refined = refine.run(photo, proposed, observer);
        return inOrder(output.run(photo, refined));
    }

    private List<Detection> inOrder(List<Detection> byProbability) {
        return switch (settings.policy()) {
            case PROBABILITY -> byProbability;
            case LARGEST, LARGEST_OVER_THRESHOLD, CENTRE_WEIGHTED_SIZE, EXACTLY_ONE -> byProbability.stream()
                    .sorted(Comparator.comparingDouble((Detection face) -> face.box().area()).reversed()).toList();
        };
    }

    /** The face that counts by the policy of the settings, and its crop of the settings' size and margin. */
    @Override
    public FaceOutcome find(RgbImage photo) {
        return view(settings.policy(), crop).find(photo);
    }

    /** A detector that uses these networks, and therefore ends with them, but another policy. */
    public FaceDetector withPolicy(FacePolicy policy) {
        return view(policy, crop);
    }

    /**
     * A detector that uses these networks, and therefore ends with them, and cuts faces out as an embedder wants them:
     * {@code mtcnn.cutting(embedder.recipe())}. The margin of the settings stays where both are boxes of one size.
     */
    @Override
    public FaceDetector cutting(CropRecipe recipe) {
        return view(settings.policy(), crop).cutting(recipe);
    }

    private FaceDetector view(FacePolicy policy, CropRecipe recipe) {
        return new FaceDetector() {
            @Override
            public FaceOutcome find(RgbImage photo) {
                return Mtcnn.this.find(photo, policy, recipe);
            }

            @Override
            public FaceDetector cutting(CropRecipe wanted) {
                return wanted.accepts(recipe) ? this : view(policy, wanted);
            }
        };
    }

    private FaceOutcome find(RgbImage photo, FacePolicy policy, CropRecipe recipe) {
        List<Detection> found = detect(photo);
        Optional<Detection> chosen = policy.choose(found, photo.width(), photo.height());
        if (chosen.isEmpty()) {
            return policy.refusal(found);
        }
        Detection face = chosen.get();
        return recipe.cut(photo, face)
                .map(pixels -> FaceOutcome.face(found, face, pixels, recipe))
                .orElseGet(() -> FaceOutcome.without(FaceStatus.TOO_SMALL, found,
                        "no whole pixel of the photo is left in the face's box"));
    }

    /** Every face of a photo cut out, in the order of {@link #detect}, but for one that lies outside the photo. */
    public List<RgbImage> crops(RgbImage photo) {
        return detect(photo).stream().map(face -> crop.cut(photo, face.box())).flatMap(Optional::stream).toList();
    }

    @Override
    public void close() {
        networks.forEach(StageNetwork::close);
    }

    @Override
    public String toString() {
        return "Mtcnn with %s: %s, of at least %s pixels, crops of %s with margin %s".formatted(name,
                settings.policy(), settings.minimumFaceSize(), settings.imageSize(), settings.margin());
    }
}
