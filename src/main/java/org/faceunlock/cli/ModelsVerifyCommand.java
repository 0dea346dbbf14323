package org.faceunlock.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faceunlock.models.FileState;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sums the files of the store. */
@Command(name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every byte of the models in the store and compares the SHA-256.",
            "",
            "Exit code 1 when a file is damaged, when nobody has said which SHA-256 it must have, when a model that"
                    + " you named is missing, or when there is none at all.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock models verify",
            "  ./face-unlock models verify mtcnn"
        })
final class ModelsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", converter = ModelNames.class,
            completionCandidates = ModelNames.class,
            description = "Any of ${COMPLETION-CANDIDATES}; all that are in the store when left out.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        ModelStore store = ModelStore.ofUser();
        boolean all = names.isEmpty();
        boolean good = true;
        boolean found = false;
        for (String name : all ? store.catalogue().names() : ModelCatalogue.withoutGroups(names)) {
            for (StoredFile file : store.files(name)) {
                FileState state = file.verify();
                spec.commandLine().getOut().println(file.path() + ": " + state.describe());
                found |= !state.absent();
                good &= state == FileState.VERIFIED || all && state.absent();
            }
        }
        if (!found) {
            spec.commandLine().getErr().println("face-unlock: none of these models is in the store " + store.folder()
                    + "; fetch them: ./face-unlock models fetch "
                    + String.join(" ", all ? List.of(ModelCatalogue.MTCNN, ModelCatalogue.VGGFACE2) : names));
        }
        return good && found ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
