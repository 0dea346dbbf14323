package org.faceunlock.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.faceunlock.detect.FacePolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which face counts when a photo has several, as a user types it: {@code largest}, {@code exactly-one} and so on. */
final class PolicyOption {

    @Option(names = "--policy", paramLabel = "POLICY", defaultValue = "largest", converter = Names.class,
            completionCandidates = Names.class,
            description = "Which face counts in a photo of several: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    private FacePolicy policy;

    FacePolicy policy() {
        return policy;
    }

    /** The names of the policies, in lower case with hyphens. */
    static final class Names implements ITypeConverter<FacePolicy>, Iterable<String> {

        @Override
        public FacePolicy convert(String value) {
            return Arrays.stream(FacePolicy.values()).filter(policy -> name(policy).equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no policy '" + value + "'; there is " + String.join(", ", this)));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(FacePolicy.values()).map(Names::name).iterator();
        }

        private static String name(FacePolicy policy) {
            return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
