package org.faceunlock.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Precision;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.pipeline.PhotoPipeline;
import org.faceunlock.pipeline.PipelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster of two workers, one of which dies in the middle of the work. */
class SparkClusterIT {

    private static final int COPIES = 12;
    private static final PipelineSettings SETTINGS = new PipelineSettings("demo", MtcnnSettings.defaults(), false,
            "demo", false, Precision.FLOAT32, 64);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private final AtomicBoolean embedding = new AtomicBoolean();
    private final AtomicInteger removed = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();

    @Test
    void killedWorkerLosesNothingAndAddsNothing() throws IOException {
        Path photos = copies();
        List<Row> whole;
        List<Row> killed;
        try (StandaloneCluster cluster = new StandaloneCluster(Files.createDirectory(folder.resolve("cluster")));
                SparkSession spark = SparkSession.builder().master(cluster.url())
                        .config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
                        .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                        .config("spark.executor.memory", "512m").config("spark.executor.cores", "1")
                        .config("spark.sql.shuffle.partitions", "2").getOrCreate()) {
            whole = embed(spark, photos, "whole");
            spark.sparkContext().addSparkListener(new Killing(cluster));
            killed = embed(spark, photos, "killed");
        }
        assertThat(removed).as("executors that died").hasPositiveValue();
        assertThat(after).as("tasks done after that").hasPositiveValue();
        assertThat(whole).hasSize(8 * COPIES + 1);
        assertThat(killed).isEqualTo(whole);
    }

    /** Kills a worker when the first task of the embedding is done. */
    private final class Killing extends SparkListener {

        private final StandaloneCluster cluster;
        private final AtomicBoolean done = new AtomicBoolean();

        Killing(StandaloneCluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (done.get()) {
                after.incrementAndGet();
            } else if (embedding.get() && end.taskType().equals("ResultTask")) {
                done.set(true);
                cluster.killWorker();
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
            removed.incrementAndGet();
        }
    }

    private List<Row> embed(SparkSession spark, Path photos, String name) {
        String table = folder.resolve(name).toString();
        embedding.set(false);
        try (PhotoPipeline networks = PhotoPipeline.open(SETTINGS)) {
            new SparkEngine().embed(SETTINGS, networks.fingerprint(), List.of(photos.toString()), table,
                    line -> embedding.set(true));
        }
        return spark.read().parquet(table).orderBy("path").collectAsList();
    }

    private static Path copies() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.writeString(photos.resolve("broken.jpg"), "no photo");
        for (Photo photo : ImageFolder.of(Path.of("faces")).photos()) {
            for (int i = 0; i < COPIES; i++) {
                Path person = Files.createDirectories(photos.resolve(photo.person()));
                Files.copy(photo.file(), person.resolve(i + photo.fileName()));
            }
        }
        return photos;
    }
}
