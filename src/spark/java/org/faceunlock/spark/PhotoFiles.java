package org.faceunlock.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.faceunlock.image.ImageFolder;

/**
 * The photos below some places of any file system that Spark knows, listed by Spark's own file source.
 *
 * <p>What counts as a photo, and whose it is, is decided by the name as {@code ImageFolder} does it; Spark also passes
 * over files whose names begin with "_". A file that is named itself is kept whatever it is called.
 *
 * @param roots the places, each with its scheme
 */
record PhotoFiles(List<String> roots) implements Serializable {

    /** Paths that are sent to a task as one. */
    private static final int SLICE = 10_000;

    /** @throws IllegalArgumentException if there is nothing at a place */
    static PhotoFiles of(List<String> places, Configuration configuration) {
        List<String> roots = new ArrayList<>();
        for (String place : places) {
            Path path = new Path(place);
            try {
                FileSystem system = path.getFileSystem(configuration);
                if (!system.exists(path)) {
                    throw new IllegalArgumentException(
                            "photos: expected a folder or a photo, found nothing at %s; check the path"
                                    .formatted(place));
                }
                roots.add(system.makeQualified(path).toString());
            } catch (IOException e) {
                throw new UncheckedIOException("photos: could not look at " + place, e);
            }
        }
        return new PhotoFiles(new ArrayList<>(roots));
    }

    /** Their paths, one column, none twice; empty files too, which Spark lists but does not read. */
    Dataset<Row> list(SparkSession spark) {
        String[] files = spark.read().format("binaryFile").option("recursiveFileLookup", "true")
                .load(roots.toArray(String[]::new)).inputFiles();
        List<String> paths = Arrays.stream(files).map(file -> new Path(URI.create(file)).toString())
                .filter(this::isPhoto).distinct().toList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return spark.createDataset(context.parallelize(paths, 1 + paths.size() / SLICE).rdd(), Encoders.STRING())
                .toDF(PhotoTable.PATH);
    }

    private boolean isPhoto(String path) {
        return roots.contains(path) || ImageFolder.isPhotoBelow(java.nio.file.Path.of(inside(path)));
    }

    /** Whose photo it is: the first sub-folder on its way; empty for nobody. */
    String person(String path) {
        String inside = inside(path);
        return inside.contains(Path.SEPARATOR) ? inside.substring(0, inside.indexOf(Path.SEPARATOR)) : "";
    }

    /** The way from the first place above the path; the path's name where it is a place itself. */
    private String inside(String path) {
        return roots.stream().map(root -> root.endsWith(Path.SEPARATOR) ? root : root + Path.SEPARATOR)
                .filter(path::startsWith).findFirst().map(root -> path.substring(root.length()))
                .orElseGet(() -> path.substring(path.lastIndexOf(Path.SEPARATOR) + 1));
    }
}
