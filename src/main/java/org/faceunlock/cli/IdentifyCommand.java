package org.faceunlock.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.Engine;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.Identification;
import org.faceunlock.evaluate.Identification.Candidate;
import org.faceunlock.evaluate.Identification.Identified;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.pipeline.EmbeddedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who of a gallery a photo shows. */
@Command(name = "identify",
        mixinStandardHelpOptions = true,
        description = {
            "Says for each photo whose face it shows, of the people in a gallery, or that it is unknown.",
            "",
            "Each photo is compared with the mean of every person's photos; the most similar person is taken if that"
                    + " reaches the threshold. Where sub-folders say who is in the photos, a table tells who was taken"
                    + " for whom. Exit code 0 if every photo was identified, else 1.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock identify --gallery photos/faces holiday.jpg",
            "  ./face-unlock identify --gallery photos/faces --threshold 0.7 --json album",
            "  ./face-unlock identify --gallery photos/faces --engine spark --out who.parquet faces.parquet"
        })
final class IdentifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--gallery", required = true, paramLabel = "DIR",
            description = "Photos of the people to tell apart, a sub-folder each.")
    private Path gallery;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Photos, or folders of photos; with"
            + " --engine tables that embed --engine wrote.")
    private List<Path> paths;

    @Mixin
    private CosineOption threshold;

    @Mixin
    private PipelineOptions pipeline;

    @Mixin
    private EngineOptions elsewhere;

    @Option(names = "--top", paramLabel = "K", defaultValue = "5",
            description = "With --engine: how many candidates to keep (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--json", description = "One JSON object a photo and line.")
    private boolean json;

    @Override
    public Integer call() {
        if (elsewhere.isGiven()) {
            Engine engine = elsewhere.engine();
            return pipeline.with(List.of(gallery), networks -> {
                engine.identify(known(networks), threshold.of(networks.network()), top,
                        networks.networks().fingerprint(), elsewhere.places(), elsewhere.out(),
                        spec.commandLine().getErr()::println);
                return ExitCode.OK;
            });
        }
        List<Identified> identified = pipeline.with(Stream.concat(Stream.of(gallery), paths.stream()).toList(),
                networks -> {
            Identification people = Identification.of(known(networks), Fusion.MEAN, threshold.of(networks.network()));
            return networks.embed(RejectedPhotos.print(ImageFolder.ofPaths(paths),
                    spec.commandLine().getErr()).photos())
                    .stream().map(people::identify).toList();
        });
        PrintWriter out = spec.commandLine().getOut();
        identified.forEach(row -> out.println(json ? json(row) : words(row)));
        if (!json && identified.stream().anyMatch(row -> !row.photo().person().isEmpty())) {
            out.println();
            ThresholdsText.print(Identification.confusion(identified), out);
        }
        return identified.stream().allMatch(row -> row.person().isPresent()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Embeddings known(PipelineOptions.Pipeline networks) {
        List<EmbeddedPhoto> known = networks.embed(gallery);
        pipeline.tellFailures(known);
        return Embeddings.of(known.stream().flatMap(photo -> photo.face().stream()).toList());
    }

    private static String words(Identified row) {
        if (row.candidates().isEmpty()) {
            return row.photo().file() + ": no face: " + row.photo().reason();
        }
        String next = row.candidates().size() < 2 ? "" : ", then " + words(row.candidates().get(1));
        return "%s: %s (nearest %s%s)".formatted(row.photo().file(), row.name(), words(row.candidates().get(0)), next);
    }

    private static String words(Candidate candidate) {
        return String.format(Locale.ROOT, "%s %.3f", candidate.person(), candidate.similarity());
    }

    /** {@code {"image","identity","nearest","similarity","next","next_similarity"}}. */
    private static String json(Identified row) {
        JsonObject object = new JsonObject();
        object.addProperty("image", row.photo().file().toString());
        object.addProperty("identity", row.name());
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "nearest" : "next";
            if (i < row.candidates().size()) {
                object.addProperty(name, row.candidates().get(i).person());
                object.addProperty(i == 0 ? "similarity" : "next_similarity", row.candidates().get(i).similarity());
            } else {
                object.add(name, JsonNull.INSTANCE);
            }
        }
        return new GsonBuilder().disableHtmlEscaping().serializeNulls().create().toJson(object);
    }
}
