package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.faceunlock.embed.FaceEmbedder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a command lets its user say about the network that embeds. */
final class EmbedderOptions {

    @ArgGroup
    private Weights weights = new Weights();

    /** Where the weights come from: one of these. */
    static final class Weights {

        @Option(names = "--model", paramLabel = "NAME", converter = EmbedderNames.class,
                completionCandidates = EmbedderNames.class,
                description = "Published weights: ${COMPLETION-CANDIDATES} (default: vggface2).")
        private Optional<String> model = Optional.empty();

        @Option(names = "--checkpoint", paramLabel = "FILE",
                description = "InceptionResnetV1 weights of your own: a PyTorch state dict (.pt, either format).")
        private Optional<Path> checkpoint = Optional.empty();
    }

    /** An embedder with these options; the caller closes it. */
    FaceEmbedder open() {
        return weights.checkpoint.map(FaceEmbedder::load)
                .or(() -> weights.model.map(FaceEmbedder::published))
                .orElseGet(FaceEmbedder::load);
    }
}
