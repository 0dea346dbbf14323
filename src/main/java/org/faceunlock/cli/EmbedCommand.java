package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.Engine;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.ProgramMark;
import org.faceunlock.pipeline.EmbeddedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns faces into numbers. */
@Command(name = "embed",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the face in each photo and turns it into an embedding: a vector of length 1, of 512 numbers (128"
            + " with dlib).",
            "",
            "A photo without a face is a line that says so. Exit code 1 when a photo could not be read.",
            "",
            "Embeddings are kept in the cache folder, so that a run that was stopped goes on where it was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock embed --json photos/faces > embeddings.jsonl",
            "  ./face-unlock embed --json --no-detect out/crops",
            "  ./face-unlock embed --checkpoint mine.pt me.jpg",
            "  ./face-unlock embed --engine spark --out hdfs://host/faces.parquet hdfs://host/photos"
        })
final class EmbedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH",
            description = "Photos, or folders of photos; a folder's sub-folders are people.")
    private List<Path> paths;

    @Mixin
    private PipelineOptions pipeline;

    @Mixin
    private EngineOptions elsewhere;

    @Option(names = "--json", description = "One JSON object a photo and line, with all numbers.")
    private boolean json;

    @Option(names = "--no-detect",
            description = "The photos are crops already; those that are not of the embedder's size are stretched to"
                    + " it.")
    private boolean noDetect;

    /** Photos that could not be read, one a line. */
    private final List<String> unreadable = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (elsewhere.isGiven()) {
            Engine engine = elsewhere.engine();
            pipeline.withoutPhotos(networks -> engine.embed(networks.resolved(), networks.fingerprint(),
                    elsewhere.places(), elsewhere.out(), err::println));
            return ExitCode.OK;
        }
        if (noDetect) {
            ImageFolder crops = RejectedPhotos.print(ImageFolder.ofCrops(paths), err);
            pipeline.embedCrops(crops, network -> crops.photos().forEach(photo ->
                    ProgramMark.recipe(photo.file()).ifPresent(recipe -> check(photo.file(), recipe, network))),
                    this::print);
        } else {
            ImageFolder photos = RejectedPhotos.print(ImageFolder.ofPaths(paths), err);
            pipeline.with(photos, networks -> {
                networks.embed(photos.photos(), this::print);
                return true;
            });
        }
        unreadable.forEach(err::println);
        return unreadable.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void check(Path crop, CropRecipe found, FaceEmbedder network) {
        if (!network.recipe().accepts(found)) {
            throw new IllegalArgumentException(("%s: expected a face cut out by %s, which %s was trained on, found one "
                    + "cut out by %s; cut it out again: ./face-unlock crop --for %s")
                    .formatted(crop, network.recipe().describe(), network.name(), found.describe(), network.name()));
        }
    }

    private void print(EmbeddedPhoto photo) {
        String words = photo.file() + ": " + photo.embedding().map(EmbedCommand::words).orElse(photo.reason());
        spec.commandLine().getOut().println(json ? JsonLine.embedding(photo) : words);
        if (photo.status() == FaceStatus.UNREADABLE) {
            unreadable.add(words);
        }
    }

    private static String words(Embedding embedding) {
        return String.format(Locale.ROOT, "%.4f %.4f %.4f ... %.4f (%d numbers; --json prints all)",
                embedding.get(0), embedding.get(1), embedding.get(2), embedding.get(embedding.size() - 1),
                embedding.size());
    }
}
