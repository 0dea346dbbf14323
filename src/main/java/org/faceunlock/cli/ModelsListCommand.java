package org.faceunlock.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faceunlock.models.ByteCount;
import org.faceunlock.models.EmbedderCard;
import org.faceunlock.models.ModelEntry;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the catalogue and what of it is in the store. */
@Command(name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Shows each model: its files, their size, whether the store has them, the licence.",
            "",
            "'verified' means: the SHA-256 was right when it was last taken, and neither size nor time of change"
                    + " has moved since. 'models verify' takes it again."
        },
        footer = {
            "",
            "Example:",
            "  ./face-unlock models list"
        })
final class ModelsListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ModelStore store = ModelStore.ofUser();
        TextColumns table = new TextColumns(
                "NAME", "FILES", "SIZE", "STATE", "CROP", "NUMBERS", "THRESHOLD", "LICENCE");
        for (ModelEntry entry : store.catalogue().entries()) {
            table.add(entry.name(), String.valueOf(entry.files().size()), ByteCount.words(entry.bytes()),
                    state(store.files(entry.name())), of(entry, EmbedderCard::crop), of(entry, EmbedderCard::dimension),
                    of(entry, EmbedderCard::threshold), entry.licence());
        }
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        spec.commandLine().getErr().println("store: " + store.folder());
    }

    private static String of(ModelEntry entry, Function<EmbedderCard, Object> value) {
        return entry.embedder().map(value).map(String::valueOf).orElse("-");
    }

    private static String state(List<StoredFile> files) {
        return files.stream().map(file -> file.state().describe()).distinct().collect(Collectors.joining("; "));
    }
}
