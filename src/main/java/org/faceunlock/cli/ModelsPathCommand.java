package org.faceunlock.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where the store has, or would have, a model. */
@Command(name = "path",
        mixinStandardHelpOptions = true,
        description = {
            "Prints where the files of a model lie or would lie, one a line; without a name, the store's folder.",
            "",
            "Exit code 1 when one of the files is missing. A file put there by hand is checked at its first use.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./face-unlock models path vggface2"
        })
final class ModelsPathCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", converter = ModelNames.class,
            completionCandidates = ModelNames.class, description = "One of ${COMPLETION-CANDIDATES}.")
    private String name;

    @Override
    public Integer call() {
        ModelStore store = ModelStore.ofUser();
        if (name == null) {
            spec.commandLine().getOut().println(store.folder());
            return ExitCode.OK;
        }
        boolean complete = true;
        for (String model : ModelCatalogue.withoutGroups(List.of(name))) {
            for (StoredFile file : store.files(model)) {
                spec.commandLine().getOut().println(file.path());
                complete &= !file.state().absent();
            }
        }
        return complete ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
