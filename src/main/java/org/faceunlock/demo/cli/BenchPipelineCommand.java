package org.faceunlock.demo.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faceunlock.cli.PipelineOptions;
import org.faceunlock.demo.bench.BenchMemory;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.RgbImage;
import org.faceunlock.pipeline.EmbeddingPipeline;
import org.faceunlock.pipeline.PhotoPipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the way from a folder to embeddings: each stage alone, and all together. */
@Command(name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Times decoding, finding and embedding the photos of a folder, each alone on all processors, and the"
                    + " pipeline end to end, in turns of 100 photos, so that a loaded machine slows both alike.",
            "",
            "Nothing is cached. The first turn warms up and does not count.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./face-unlock bench pipeline --photos 2000 out/people"
        })
final class BenchPipelineCommand implements Callable<Integer> {

    private static final int TURN = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder of readable photos, a face in each.")
    private Path folder;

    @Option(names = "--photos", paramLabel = "N", defaultValue = "2000",
            description = "How many, the first ones (default: ${DEFAULT-VALUE}).")
    private int most;

    @Mixin
    private PipelineOptions options;

    private double decode;
    private double find;
    private double embed;
    private double all;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Photo> photos = ImageFolder.of(folder).photos();
        List<Photo> some = photos.subList(0, Math.min(most, photos.size()));
        BenchMemory memory = new BenchMemory();
        try (PhotoPipeline networks = PhotoPipeline.open(options.settings())) {
            new BenchSetting(out).machine().detector(networks.detector())
                    .line("embedder", "%s", networks.embedder().name())
                    .line("photos", "%s", some.size());
            out.println(BenchMemory.head("photos"));
            for (int from = 0; from < some.size(); from += TURN) {
                turn(networks, some.subList(from, Math.min(some.size(), from + TURN)));
                if (from == 0) {
                    decode = find = embed = all = 0;
                }
                if ((from + TURN) % (2 * TURN) == 0) {
                    out.println(BenchMemory.line(memory.sample(from + TURN)));
                }
            }
        }
        double slowest = Math.max(decode, Math.max(find, embed));
        out.println(String.format(Locale.ROOT, "decode %.2f s, find and cut out %.2f s, embed %.2f s, pipeline %.2f s:"
                + " %.2f x the slowest stage, %.2f x their sum; %.1f photos a second", decode, find, embed, all,
                all / slowest, all / (decode + find + embed), (some.size() - TURN) / all));
        return 0;
    }

    private void turn(PhotoPipeline networks, List<Photo> photos) {
        long start = System.nanoTime();
        List<RgbImage> pixels = photos.parallelStream().map(photo -> networks.reader().read(photo.file())).toList();
        long decoded = System.nanoTime();
        List<FaceOutcome> found = pixels.parallelStream().map(networks.finder()::find).toList();
        long cut = System.nanoTime();
        networks.embedder().embed(found.stream().flatMap(face -> face.crop().stream()).toList());
        long embedded = System.nanoTime();
        try (EmbeddingPipeline pipeline = networks.photos(Optional.empty()).start(photos.iterator())) {
            pipeline.forEachRemaining(photo -> { });
        }
        decode += (decoded - start) / 1e9;
        find += (cut - decoded) / 1e9;
        embed += (embedded - cut) / 1e9;
        all += (System.nanoTime() - embedded) / 1e9;
    }
}
