package org.faceunlock.cli;

import java.util.Locale;
import java.util.Optional;
import org.faceunlock.embed.Threshold;
import org.faceunlock.models.EmbedderCard;
import org.faceunlock.models.ModelEntry;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.ShippedWeights;
import org.faceunlock.models.StoredFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that the catalogue knows of a model. */
@Command(name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows a model in full: what it is for, its files with size, SHA-256 and where they come from, the licence,"
                    + " and for one that embeds its network, the crop it wants, how many numbers it gives, the"
                    + " threshold to begin with and where that comes from.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./face-unlock models show dlib"
        })
final class ModelsShowCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "A model of 'models list', or demo.")
    private String name;

    @Override
    public void run() {
        if (name.equals(ShippedWeights.NAME)) {
            line("name", name);
            line("purpose", "finds and embeds rendered people; comes with the program");
            line("licence", "Apache-2.0, trained on pictures that are CC0");
            print(EmbedderCard.DEMO);
            return;
        }
        ModelStore store = ModelStore.ofUser();
        ModelEntry entry = store.catalogue().find(name).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "there is no model '" + name + "'; there is " + String.join(", ", store.catalogue().names())
                        + ", demo"));
        line("name", name);
        line("purpose", entry.purpose());
        line("licence", entry.licence());
        for (StoredFile file : store.files(name)) {
            line("file", file.path() + ", " + file.expected().size() + ", " + file.state().describe());
            line("  sha256", file.expected().sha256().map(Object::toString).orElse("not on record"));
        }
        entry.editions().forEach(edition -> line("from", edition.get(0).origin()));
        Optional<EmbedderCard> card = entry.embedder();
        card.ifPresent(this::print);
    }

    private void print(EmbedderCard card) {
        line("network", card.architecture());
        line("crop", card.crop());
        line("numbers", card.dimension());
        line("threshold", String.format(Locale.ROOT, "%s, from %s", card.threshold(), card.origin()));
        line("elsewhere", Threshold.cosine(card.threshold()).elsewhere());
        line("colours", String.format(Locale.ROOT, "heatmaps from %s to 1", card.coolest()));
    }

    private void line(String what, Object text) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-10s %s", what, text));
    }
}
