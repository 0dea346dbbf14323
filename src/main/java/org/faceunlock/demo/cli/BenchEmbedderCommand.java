package org.faceunlock.demo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.faceunlock.cli.DetectorOptions;
import org.faceunlock.cli.EmbedderOptions;
import org.faceunlock.cli.TextColumns;
import org.faceunlock.cli.WriteCheck;
import org.faceunlock.demo.bench.BenchAttempts;
import org.faceunlock.demo.bench.BenchGoals;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.EqualErrorRate;
import org.faceunlock.evaluate.IdentityBootstrap;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.RgbImage;
import org.faceunlock.plot.DetCurve;
import org.faceunlock.plot.ScoreHistogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well embeddings tell rendered people apart. */
@Command(name = "embedder",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well embeddings tell rendered people apart: every photo against every other, and the attempts"
                    + " to unlock that the project ships.",
            "",
            "Intervals are by drawing people anew 200 times, as pairs that share a person are not independent."
                    + " Exit code 1 when a goal is missed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock bench embedder",
            "  ./face-unlock bench embedder --people 20 --true-boxes --model mine.pt"
        })
final class BenchEmbedderCommand implements Callable<Integer> {

    private static final int BATCH = 64;
    private static final int DRAWS = 200;
    private static final double TARGET = 0.001;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchPeople people;

    @Option(names = "--true-boxes", description = "Cut faces out where they are, without the detector.")
    private boolean trueBoxes;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Also draw det.png and scores.png into this folder.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private EmbedderOptions embedder;

    @Override
    public Integer call() throws IOException {
        out.ifPresent(WriteCheck::folder);
        int size = people.size();
        long start = System.nanoTime();
        BenchSetting setting = new BenchSetting(spec.commandLine().getOut()).machine();
        try (FaceEmbedder network = embedder.open()) {
            Embeddings faces = embed(network, setting, size);
            setting.line("time", "%.1f s, rendering included", (System.nanoTime() - start) / 1e9);
            PairScores pairs = PairScores.of(faces);
            if (out.isPresent()) {
                draw(network.name(), pairs.scores(), out.get());
            }
            BenchGoals goals = goals(pairs, size - faces.size());
            if (!trueBoxes) {
                attempts(network).addTo(goals);
            }
            TextColumns.of(goals.rows()).lines().forEach(spec.commandLine().getOut()::println);
            return goals.allReached() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static void draw(String model, VerificationScores scores, Path folder) throws IOException {
        String caption = String.format(Locale.ROOT, "%s over rendered people: %,d mated and %,d non-mated comparisons",
                model, scores.mated().length, scores.nonMated().length);
        DetCurve.of(model, scores).withCaption(caption).save(folder.resolve("det.png"));
        ScoreHistogram.of(scores).withCaption(caption)
                .withThreshold(scores.atFalseMatchRate(TARGET).threshold()).save(folder.resolve("scores.png"));
    }

    private Embeddings embed(FaceEmbedder network, BenchSetting setting, int size) {
        people.describe(setting);
        if (trueBoxes) {
            setting.line("detector", "none, faces are cut out where they are");
            setting.line("embedder", "%s", network.name());
            CropRecipe recipe = network.recipe().accepts(detector.crop()) ? detector.crop() : network.recipe();
            return embed(network, size, photo -> recipe.cut(photo.image(), new Detection(
                    photo.truths().get(0).box(), 1, photo.truths().get(0).landmarks())));
        }
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST)) {
            setting.detector(mtcnn);
            setting.line("embedder", "%s", network.name());
            FaceDetector finder = mtcnn.cutting(network.recipe());
            return embed(network, size, photo -> finder.find(photo.image()).crop());
        }
    }

    private BenchAttempts attempts(FaceEmbedder network) throws IOException {
        try (Mtcnn mtcnn = detector.open(FacePolicy.EXACTLY_ONE)) {
            return BenchAttempts.of(mtcnn, network);
        }
    }

    /** Renders and cuts a batch on all cores, then embeds it on all cores. */
    private Embeddings embed(FaceEmbedder network, int size, FaceCutter cutter) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int from = 0; from < size; from += BATCH) {
            int first = from;
            List<Optional<RgbImage>> crops = IntStream.range(from, Math.min(from + BATCH, size)).parallel()
                    .mapToObj(index -> cutter.cut(people.photo(index))).toList();
            int[] found = IntStream.range(0, crops.size()).filter(i -> crops.get(i).isPresent()).toArray();
            List<Embedding> numbers = network.embed(crops.stream().flatMap(Optional::stream).toList());
            for (int i = 0; i < found.length; i++) {
                int index = first + found[i];
                faces.add(EmbeddedFace.of(
                        Path.of(index + ".rendered"), "person " + people.person(index), numbers.get(i)));
            }
        }
        return Embeddings.of(faces);
    }

    private static BenchGoals goals(PairScores pairs, int failures) {
        VerificationScores scores = pairs.scores();
        EqualErrorRate equal = scores.equalErrorRate();
        OperatingPoint strict = scores.atFalseMatchRate(TARGET);
        IdentityBootstrap people = IdentityBootstrap.of(pairs, DRAWS, 1);
        BenchGoals goals = new BenchGoals();
        goals.atMost("EER", equal.value(), people.equalErrorRate(Interval.USUAL_CONFIDENCE), 0.02);
        goals.atMost("FNMR at FMR 0.1 %", strict.falseNonMatch().value(),
                people.falseNonMatchRateAt(TARGET, Interval.USUAL_CONFIDENCE), 0.08);
        goals.note("similarity at that FMR", words(strict.threshold()), "");
        goals.note("similarity at the EER", words(equal.threshold()), "");
        goals.note("comparisons", scores.mated().length + " mated", scores.nonMated().length + " non-mated");
        goals.note("photos without a face", Integer.toString(failures), "");
        return goals;
    }

    private static String words(double similarity) {
        return String.format(Locale.ROOT, "%.4f", similarity);
    }

    /** How a face comes out of a photo. */
    @FunctionalInterface
    private interface FaceCutter {
        Optional<RgbImage> cut(RenderedPhoto photo);
    }
}
