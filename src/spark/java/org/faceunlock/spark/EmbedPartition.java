package org.faceunlock.spark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.image.UnreadablePhotoException.Kind;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.faceunlock.pipeline.EmbeddingPipeline;
import org.faceunlock.pipeline.PhotoEmbedder;
import org.faceunlock.pipeline.PhotoPipeline;
import org.faceunlock.pipeline.PipelineSettings;

/**
 * Embeds the photos of one partition, given by their paths: the pipeline of a single machine with one thread, as other
 * tasks use the other cores. What is wrong with a photo becomes its row, so that no photo fails a task.
 *
 * @param configuration of the file systems
 */
record EmbedPartition(PipelineSettings settings, String fingerprint, PhotoFiles files,
        SerializableConfiguration configuration) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        PhotoPipeline networks = ExecutorNetworks.of(settings, fingerprint);
        PhotoReader reader = networks.reader();
        PhotoEmbedder embedder = new PhotoEmbedder(networks.finder(), networks.embedder(), reader, Optional.empty(),
                photo -> load(path(photo.file()), reader), 1);
        EmbeddingPipeline pipeline = embedder.start(stream(rows).map(row -> photo(row.getString(0))).iterator());
        TaskContext.get().<Void>addTaskCompletionListener(context -> {
            pipeline.close();
            return null;
        });
        return stream(pipeline).map(photo -> row(photo, networks.embedder().name())).iterator();
    }

    private static <T> java.util.stream.Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, 0), false);
    }

    /** Java's paths would spoil "s3a://": here they are one name. */
    private Photo photo(String path) {
        return new Photo(java.nio.file.Path.of(URLEncoder.encode(path, StandardCharsets.UTF_8)), files.person(path));
    }

    private static String path(java.nio.file.Path name) {
        return URLDecoder.decode(name.toString(), StandardCharsets.UTF_8);
    }

    private Row row(EmbeddedPhoto photo, String model) {
        return PhotoTable.row(path(photo.file()), photo, model, fingerprint);
    }

    private byte[] load(String path, PhotoReader reader) {
        Path file = new Path(path);
        try (InputStream in = file.getFileSystem(configuration.value()).open(file)) {
            return reader.load(in, path);
        } catch (IOException e) {
            throw new UnreadablePhotoException(Kind.NO_ACCESS,
                    "the file could not be read (%s); try again or use another copy".formatted(e.getMessage()), e);
        }
    }
}
