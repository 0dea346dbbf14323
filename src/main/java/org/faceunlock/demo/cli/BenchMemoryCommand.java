package org.faceunlock.demo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.faceunlock.cli.DetectorOptions;
import org.faceunlock.cli.EmbedderOptions;
import org.faceunlock.demo.bench.BenchMemory;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.RgbImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures memory: whether it stays flat however often the networks run. */
@Command(name = "memory",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the memory that the process holds, every so many detections and embeddings.",
            "",
            "The pictures are rendered, 16 of differing sizes, again and again. Exit code 1 when memory keeps growing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock bench memory",
            "  ./face-unlock bench memory --detections 5000 --embeddings 0"
        })
final class BenchMemoryCommand implements Callable<Integer> {

    private static final int PICTURES = 16;
    private static final int EVERY = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--detections", paramLabel = "N", defaultValue = "1000",
            description = "Photos to detect faces in (default: ${DEFAULT-VALUE}).")
    private int detections;

    @Option(names = "--embeddings", paramLabel = "N", defaultValue = "1000",
            description = "Faces to embed, one at a time (default: ${DEFAULT-VALUE}).")
    private int embeddings;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private EmbedderOptions embedder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        BenchSetting setting = new BenchSetting(out).machine()
                .line("pictures", "%s rendered ones of 256x320 to 556x620", PICTURES);
        boolean flat = true;
        if (detections > 0) {
            List<RgbImage> photos = IntStream.range(0, PICTURES).parallel()
                    .mapToObj(i -> photo(i, 256 + 20 * i, 320 + 20 * i)).toList();
            try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST)) {
                setting.detector(mtcnn);
                flat = isFlat("detections", detections, i -> mtcnn.find(photos.get(i % PICTURES)));
            }
        }
        if (embeddings > 0) {
            try (FaceEmbedder network = embedder.open()) {
                int side = network.recipe().imageSize();
                List<RgbImage> crops = IntStream.range(0, PICTURES).parallel().mapToObj(i ->
                        photo(i, side, side)).toList();
                setting.line("embedder", "%s, one face at a time", network.name());
                flat &= isFlat("embeddings", embeddings, i -> network.embed(crops.get(i % PICTURES)));
            }
        }
        return flat ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static RgbImage photo(int picture, int width, int height) {
        return FaceRenderer.portrait(Identity.of(picture), picture, width, height, Limits.WIDE).image();
    }

    private boolean isFlat(String what, int rounds, IntConsumer round) {
        PrintWriter out = spec.commandLine().getOut();
        BenchMemory memory = new BenchMemory();
        out.println(BenchMemory.head(what));
        for (int i = 0; i < rounds; i++) {
            if (i % EVERY == 0) {
                out.println(BenchMemory.line(memory.sample(i)));
            }
            round.accept(i);
        }
        out.println(BenchMemory.line(memory.sample(rounds)));
        out.println(memory.verdict());
        return memory.isFlat();
    }
}
