package org.faceunlock.cli;

import java.util.List;
import java.util.Optional;
import org.faceunlock.models.Fetcher;
import org.faceunlock.models.ModelEntry;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.Sha256;
import org.faceunlock.models.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads models into the store. */
@Command(name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads models into the store and prints where their files lie.",
            "",
            "Files that are there already stay. An interrupted download goes on where it stopped. Size and SHA-256"
                    + " are checked before a file appears under its name.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock models fetch mtcnn vggface2",
            "  ./face-unlock models fetch casia-webface --sha256 HEX",
            "  FACE_UNLOCK_MIRROR=/media/stick ./face-unlock models fetch mtcnn"
        })
final class ModelsFetchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME", converter = ModelNames.class,
            completionCandidates = ModelNames.class, description = "One or more of ${COMPLETION-CANDIDATES}.")
    private List<String> names;

    @Option(names = "--sha256", paramLabel = "HEX", converter = Sha256Converter.class,
            description = "The checksum that you trust, for a model whose own is not on record"
                    + " (casia-webface). It is remembered.")
    private Optional<Sha256> sha256;

    @Override
    public void run() {
        ModelStore store = ModelStore.ofUser();
        checkGivenChecksum(store);
        FetchProgress progress = new FetchProgress(spec.commandLine().getErr());
        Fetcher fetcher = new Fetcher(Source.fromEnvironment(), progress);
        for (String name : names) {
            store.fetch(name, sha256, fetcher);
            store.files(name).forEach(file -> spec.commandLine().getOut().println(file.path()));
        }
    }

    private void checkGivenChecksum(ModelStore store) {
        if (sha256.isPresent() && names.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--sha256 goes with one model, found " + names.size());
        }
        for (String name : names) {
            ModelEntry entry = store.catalogue().get(name);
            boolean known = store.files(name).stream().allMatch(file -> file.expected().sha256().isPresent());
            if (sha256.isEmpty() && !known) {
                throw new ParameterException(spec.commandLine(), "the SHA-256 of " + name
                        + " is not on record: give the one that you trust with --sha256 HEX");
            }
            if (sha256.isPresent() && entry.files().stream()
                    .anyMatch(file -> file.sha256().isPresent() && !file.sha256().equals(sha256))) {
                throw new ParameterException(spec.commandLine(), "--sha256 " + sha256.get()
                        + " is not what is on record for " + name + "; leave it out");
            }
        }
    }
}
