package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.FaceClusters;
import org.faceunlock.pipeline.EmbeddedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sorts an unsorted folder into people. */
@Command(name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Sorts the photos of a folder into people, without knowing any, and prints who is together.",
            "",
            "Two photos are of one person when their similarity reaches the threshold, directly or over others between"
                    + " them (DBSCAN); a higher threshold makes more, smaller groups. The silhouette says how well a"
                    + " group stands apart, -1 to 1. Nothing is moved.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock cluster album",
            "  ./face-unlock cluster --threshold 0.85 album"
        })
final class ClusterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of photos; sub-folders are looked into.")
    private Path folder;

    @Mixin
    private CosineOption threshold;

    @Mixin
    private PipelineOptions pipeline;

    @Override
    public Integer call() {
        return pipeline.with(List.of(folder), networks -> {
            Threshold least = threshold.of(networks.network());
            List<EmbeddedPhoto> photos = networks.embed(folder);
            pipeline.tellFailures(photos);
            print(FaceClusters.of(Embeddings.of(photos.stream().flatMap(photo -> photo.face().stream()).toList()),
                    least),
                    least);
            return ExitCode.OK;
        });
    }

    private void print(FaceClusters found, Threshold least) {
        PrintWriter out = spec.commandLine().getOut();
        long groups = found.clusters().stream().filter(cluster -> cluster.faces().size() > 1).count();
        out.println("%s people at %s: %s with several photos, %s with one".formatted(found.clusters().size(), least,
                groups,
                found.clusters().size() - groups));
        int number = 0;
        for (FaceClusters.Cluster cluster : found.clusters()) {
            out.println(String.format(Locale.ROOT, "%nperson %d: %d photo(s), silhouette %.2f", ++number,
                    cluster.faces().size(), cluster.silhouette()));
            cluster.faces().forEach(face -> out.println("  " + face.file()));
        }
    }
}
