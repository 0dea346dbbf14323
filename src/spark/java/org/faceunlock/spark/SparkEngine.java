package org.faceunlock.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.Engine;
import org.faceunlock.pipeline.PipelineSettings;

/**
 * Embeds and identifies on Apache Spark: on the cluster of {@code spark.master} as spark-submit sets it, else on the
 * cores of this machine.
 *
 * <p>Photos are embedded in rounds, each a job that appends its rows when all of them are there: a run that is stopped
 * loses the round in hand, and the next one goes on with the photos that have no row. Which photos share a partition,
 * and their order in it, depends on their paths alone, so the rows are the same, to the last bit, whichever executors
 * compute them and however often.
 */
public final class SparkEngine implements Engine {

    /** Photos of a round: some minutes of a few dozen cores. */
    private static final int ROUND = 100_000;

    /** Photos of a task: what an executor that dies loses, some 20 s a core. */
    private static final int TASK = 256;

    private final int round;

    /** What {@link java.util.ServiceLoader} calls. */
    public SparkEngine() {
        this(ROUND);
    }

    SparkEngine(int round) {
        this.round = round;
    }

    @Override
    public String name() {
        return "spark";
    }

    private static SparkSession session() {
        SparkConf settings = new SparkConf();
        settings.setIfMissing("spark.app.name", "face-unlock");
        if (!settings.contains("spark.master")) {
            settings.setMaster("local[*]").setIfMissing("spark.ui.enabled", "false");
        }
        return SparkSession.builder().config(settings).getOrCreate();
    }

    @Override
    public void embed(PipelineSettings settings, String fingerprint, List<String> places, String table,
            Consumer<String> progress) {
        SparkSession spark = session();
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        PhotoFiles files = PhotoFiles.of(places, configuration);
        Dataset<Row> wanted = files.list(spark);
        if (exists(table, configuration)) {
            wanted = wanted.join(made(spark, List.of(table), fingerprint).select(PhotoTable.PATH),
                    new String[] {PhotoTable.PATH}, "left_anti");
        }
        Dataset<Row> missing = wanted.persist(StorageLevel.MEMORY_AND_DISK());
        long photos = missing.count();
        long rounds = Math.max(1, (photos + round - 1) / round);
        progress.accept("spark: %s photos to embed, in %s round(s), into %s".formatted(photos, rounds, table));
        int tasks = (int) Math.max(Math.min(photos, 4L * spark.sparkContext().defaultParallelism()),
                photos / rounds / TASK);
        EmbedPartition work = new EmbedPartition(settings, fingerprint, files,
                new SerializableConfiguration(configuration));
        for (long i = 0; i < rounds && photos > 0; i++) {
            missing.filter(pmod(xxhash64(col(PhotoTable.PATH)), lit(rounds)).equalTo(i))
                    .repartition(tasks, col(PhotoTable.PATH)).sortWithinPartitions(PhotoTable.PATH)
                    .mapPartitions(work, Encoders.row(PhotoTable.SCHEMA))
                    .write().mode(SaveMode.Append).parquet(table);
            progress.accept("spark: round %s of %s is written".formatted(i + 1, rounds));
        }
        missing.unpersist();
    }

    @Override
    public void identify(Embeddings gallery, Threshold threshold, int top, String fingerprint, List<String> tables,
            String out, Consumer<String> progress) {
        SparkSession spark = session();
        IdentifyPartition work = new IdentifyPartition(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .broadcast(SharedGallery.of(gallery, threshold)), top);
        made(spark, tables, fingerprint).mapPartitions(work, Encoders.row(IdentifyPartition.SCHEMA))
                .write().mode(SaveMode.ErrorIfExists).parquet(out);
        progress.accept("spark: %s rows are written into %s".formatted(spark.read().parquet(out).count(), out));
    }

    /** The rows of tables, held against the fingerprint. */
    private static Dataset<Row> made(SparkSession spark, List<String> tables, String fingerprint) {
        Dataset<Row> made = spark.read().schema(PhotoTable.SCHEMA).parquet(tables.toArray(String[]::new));
        List<Row> others = made.select(PhotoTable.FINGERPRINT).distinct()
                .filter(col(PhotoTable.FINGERPRINT).notEqual(fingerprint)).takeAsList(1);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("table: expected rows made with %s, found in %s some made with %s; %s"
                    .formatted(fingerprint, tables, others.get(0).getString(0), "use another table, or those networks"));
        }
        return made;
    }

    private static boolean exists(String table, Configuration configuration) {
        Path path = new Path(table);
        try {
            return path.getFileSystem(configuration).exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("table: could not look at " + table, e);
        }
    }
}
