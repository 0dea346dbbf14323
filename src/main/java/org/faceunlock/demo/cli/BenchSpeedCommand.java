package org.faceunlock.demo.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.faceunlock.cli.DetectorOptions;
import org.faceunlock.cli.EmbedderOptions;
import org.faceunlock.cli.TextColumns;
import org.faceunlock.demo.bench.BenchPhotoRound;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.demo.bench.BenchTimes;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures time: the first result of a fresh process, then a warm one round by round. */
@Command(name = "speed",
        mixinStandardHelpOptions = true,
        description = {
            "Times loading, detecting and cropping of photos, and embedding of their faces.",
            "",
            "The line 'fresh' is this process from the start of Java to its first crop, once; for its spread run it"
                    + " several times with --rounds 1 --warm-up 0. The rounds come after rounds to warm up.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock bench speed photos",
            "  ./face-unlock bench speed --no-embedder --rounds 21 me.jpg",
            "  for i in 1 2 3 4 5; do ./face-unlock bench speed --no-embedder --rounds 1 --warm-up 0 me.jpg; done"
        })
final class BenchSpeedCommand implements Callable<Integer> {

    private static final int[] BATCHES = {1, 8, 32};

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH", defaultValue = "photos",
            description = "Photos, or folders of photos (default: ${DEFAULT-VALUE}).")
    private List<Path> paths;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "9",
            description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "5",
            description = "Rounds before them that do not (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--no-embedder", description = "Leave the embedder out.")
    private boolean noEmbedder;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private EmbedderOptions embedder;

    @Override
    public Integer call() {
        requireRounds();
        List<Path> files = ImageFolder.ofPaths(paths).photos().stream().map(Photo::file).toList();
        long opening = System.nanoTime();
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST)) {
            double opened = since(opening);
            BenchPhotoRound first = round(files.subList(0, 1), mtcnn);
            double age = age();
            BenchSetting setting = new BenchSetting(spec.commandLine().getOut()).machine()
                    .detector(mtcnn)
                    .line("photos", "%s, from %s", files.size(), paths)
                    .line("rounds", "%s after %s to warm up", rounds, warmUp);
            setting.line("fresh",
                    "detector loaded in %.2f s, first photo in %.2f s, first result %.2f s after the start",
                    opened, first.total(), age);
            List<RgbImage> crops = detecting(files, mtcnn);
            if (!noEmbedder) {
                embedding(crops, mtcnn, setting);
            }
        }
        return 0;
    }

    private void requireRounds() {
        if (rounds < 1 || warmUp < 0) {
            throw new ParameterException(spec.commandLine(),
                    "--rounds takes at least 1, --warm-up at least 0; found %s and %s".formatted(rounds, warmUp));
        }
    }

    private BenchPhotoRound round(List<Path> files, Mtcnn mtcnn) {
        return BenchPhotoRound.run(files, PhotoReader.DEFAULT, mtcnn, detector.crop());
    }

    private List<RgbImage> detecting(List<Path> files, Mtcnn mtcnn) {
        IntStream.range(0, warmUp).forEach(i -> round(files, mtcnn));
        List<BenchPhotoRound> all = IntStream.range(0, rounds).mapToObj(i -> round(files, mtcnn)).toList();
        TextColumns table = new TextColumns("ms a round", "median", "lowest", "highest", "spread", "photos/s");
        table.add(times(all, BenchPhotoRound::load).cells("load", files.size()));
        table.add(times(all, BenchPhotoRound::detect).cells("detect", files.size()));
        table.add(times(all, BenchPhotoRound::crop).cells("crop", files.size()));
        table.add(times(all, BenchPhotoRound::total).cells("load + detect + crop", files.size()));
        table.lines().forEach(spec.commandLine().getOut()::println);
        return all.get(0).crops();
    }

    private static BenchTimes times(List<BenchPhotoRound> rounds, ToDoubleFunction<BenchPhotoRound> part) {
        return BenchTimes.of(rounds.stream().mapToDouble(part).toArray());
    }

    private void embedding(List<RgbImage> boxes, Mtcnn mtcnn, BenchSetting setting) {
        if (boxes.isEmpty()) {
            setting.line("embedder", "left out: no photo has a face to embed");
            return;
        }
        long opening = System.nanoTime();
        try (FaceEmbedder network = embedder.open()) {
            double opened = since(opening);
            List<RgbImage> crops = network.recipe().accepts(detector.crop()) ? boxes
                    : ImageFolder.ofPaths(paths).detect(mtcnn.cutting(network.recipe())).crops();
            long embeddingFirst = System.nanoTime();
            network.embed(crops.get(0));
            setting.line("embedder", "%s, loaded in %.2f s, first face in %.2f s",
                    network.name(), opened, since(embeddingFirst));
            TextColumns table = new TextColumns("ms a batch", "median", "lowest", "highest", "spread", "faces/s");
            for (int size : BATCHES) {
                table.add(timed(network, batch(crops, size)).cells("embed " + size, size));
            }
            table.lines().forEach(spec.commandLine().getOut()::println);
        }
    }

    private BenchTimes timed(FaceEmbedder network, List<RgbImage> batch) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            long start = System.nanoTime();
            network.embed(batch);
            seconds.add(since(start));
        }
        return BenchTimes.of(seconds.stream().skip(warmUp).mapToDouble(value -> value).toArray());
    }

    /** So many faces, the same ones again and again. */
    private static List<RgbImage> batch(List<RgbImage> crops, int size) {
        return Collections.nCopies(size / crops.size() + 1, crops).stream().flatMap(List::stream).limit(size).toList();
    }

    private static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    /** Seconds since this process was started. */
    private static double age() {
        return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    }
}
