package org.faceunlock.cli;

import java.util.Optional;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The threshold that a user may give. */
final class CosineOption {

    @Option(names = "--threshold", paramLabel = "T", converter = Converter.class,
            description = "Least cosine similarity of one person, -1 to 1, or a threshold of another program in its"
                    + " scale, as in euclidean:0.6 or angle:25 (default: what is suggested for the weights; see"
                    + " thresholds for one of your own).")
    private Optional<Threshold> threshold = Optional.empty();

    /** A threshold as a user types it. */
    static final class Converter implements ITypeConverter<Threshold> {
        @Override
        public Threshold convert(String value) {
            return Threshold.parse(value);
        }
    }

    Threshold of(FaceEmbedder network) {
        return threshold.orElseGet(network::suggestedThreshold);
    }
}
