package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.ProgramMark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns faces into numbers. */
@Command(name = "embed",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the face in each photo and turns it into an embedding: a vector of length 1, of 512 numbers (128"
            + " with dlib).",
            "",
            "A photo without a face is a line that says so. Exit code 1 when a photo could not be read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock embed --json photos/faces > embeddings.jsonl",
            "  ./face-unlock embed --json --no-detect out/crops",
            "  ./face-unlock embed --checkpoint mine.pt me.jpg"
        })
final class EmbedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PhotoPaths paths;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private EmbedderOptions embedder;

    @Option(names = "--json", description = "One JSON object a photo and line, with all numbers.")
    private boolean json;

    @Option(names = "--no-detect",
            description = "The photos are crops already; those that are not of the embedder's size are stretched to"
                    + " it.")
    private boolean noDetect;

    @Override
    public Integer call() {
        ImageFolder folder = noDetect ? paths.crops() : paths.photos();
        try (FaceEmbedder network = embedder.open(folder); PhotoProgress progress = new PhotoProgress()) {
            FaceSet photos = faces(folder, network, progress);
            progress.finished();
            print(photos, network);
            return Unreadable.report(photos, spec.commandLine().getErr());
        }
    }

    private FaceSet faces(ImageFolder photos, FaceEmbedder network, PhotoProgress progress) {
        PrintWriter err = spec.commandLine().getErr();
        if (noDetect) {
            ModelsInUse.print(network, photos, err);
            photos.photos().forEach(photo -> ProgramMark.recipe(photo.file()).ifPresent(recipe -> check(photo.file(),
                    recipe, network)));
            return photos.detect(new WholePhoto(network.recipe()), progress);
        }
        try (Mtcnn mtcnn = detector.open(policy.policy(), photos)) {
            ModelsInUse.print(mtcnn, network, photos, err);
            return photos.detect(detector.finder(mtcnn, network.recipe()), progress);
        }
    }

    private static void check(Path crop, CropRecipe found, FaceEmbedder network) {
        if (!network.recipe().accepts(found)) {
            throw new IllegalArgumentException(("%s: expected a face cut out by %s, which %s was trained on, found one "
                    + "cut out by %s; cut it out again: ./face-unlock crop --for %s")
                    .formatted(crop, network.recipe().describe(), network.name(), found.describe(), network.name()));
        }
    }

    private void print(FaceSet photos, FaceEmbedder network) {
        PrintWriter out = spec.commandLine().getOut();
        Iterator<EmbeddedFace> embedded = network.embed(photos).iterator();
        for (PhotoResult row : photos) {
            if (row.outcome().status() == FaceStatus.FACE) {
                Embedding embedding = embedded.next().embedding();
                out.println(json ? JsonLine.embedding(row, embedding) : words(row, embedding));
            } else {
                out.println(json ? JsonLine.noEmbedding(row) : row.file() + ": " + row.outcome().reason());
            }
        }
    }

    private static String words(PhotoResult row, Embedding embedding) {
        return String.format(Locale.ROOT, "%s: %.4f %.4f %.4f ... %.4f (%d numbers; --json prints all)", row.file(),
                embedding.get(0), embedding.get(1), embedding.get(2), embedding.get(embedding.size() - 1),
                embedding.size());
    }
}
