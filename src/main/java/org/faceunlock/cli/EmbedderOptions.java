package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Precision;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.EmbedderWeights;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a command lets its user say about the network that embeds. */
public final class EmbedderOptions {

    @ArgGroup
    private Weights weights = new Weights();

    @Option(names = "--align", description = "Turn faces upright by their landmarks before they are embedded, also for"
            + " embedders that were trained on boxes; what that changes is for you to measure.")
    private boolean align;

    @Option(names = "--precision", paramLabel = "NAME", defaultValue = "float32", converter = PrecisionConverter.class,
            description = "Numbers that the network computes in: float32 (the default) or bfloat16, which is about"
                    + " twice as fast and only for processors that have it; embeddings of the two are never compared.")
    private Precision precision;

    /** Where the weights come from: one of these. */
    static final class Weights {

        @Option(names = "--model", paramLabel = "NAME|FILE", completionCandidates = Choices.class,
                description = "Weights that embed: ${COMPLETION-CANDIDATES}, or a checkpoint file. auto (the default)"
                        + " is vggface2 if it was fetched, else dlib if that was, else demo, which comes with the"
                        + " program; demo for photos that this program rendered.")
        private Optional<String> model = Optional.empty();

        @Option(names = "--checkpoint", paramLabel = "FILE",
                description = "InceptionResnetV1 weights of your own: a PyTorch state dict (.pt, either format).")
        private Optional<Path> checkpoint = Optional.empty();
    }

    /** An embedder with these options; the caller closes it. */
    public FaceEmbedder open() {
        return open(weights.model.orElse(EmbedderWeights.AUTO));
    }

    /** An embedder with these options for those photos: auto is demo for rendered people. The caller closes it. */
    public FaceEmbedder open(ImageFolder photos) {
        return open(ModelsInUse.choice(weights.model.orElse(EmbedderWeights.AUTO), photos));
    }

    /** Which weights these options name: one of the choices, or a file. */
    String choice() {
        return weights.checkpoint.map(Path::toString).or(() -> weights.model).orElse(EmbedderWeights.AUTO);
    }

    /** Whether faces are turned upright also for embedders that were trained on boxes. */
    boolean align() {
        return align;
    }

    /** The numbers that the network computes in. */
    Precision precision() {
        return precision;
    }

    private FaceEmbedder open(String choice) {
        FaceEmbedder embedder = weights.checkpoint
                .map(file -> FaceEmbedder.of(EmbedderWeights.of(file), precision))
                .orElseGet(() -> FaceEmbedder.load(choice, precision));
        return align ? embedder.aligned() : embedder;
    }

    /** The names in small letters. */
    static final class PrecisionConverter implements ITypeConverter<Precision> {
        @Override
        public Precision convert(String name) {
            return Arrays.stream(Precision.values()).filter(one -> one.toString().equals(name)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of %s, found \"%s\""
                            .formatted(Arrays.toString(Precision.values()), name)));
        }
    }

    /** The names, for the help text. */
    static final class Choices implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EmbedderWeights.CHOICES.iterator();
        }
    }
}
