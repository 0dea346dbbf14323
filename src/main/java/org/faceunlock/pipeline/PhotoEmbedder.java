package org.faceunlock.pipeline;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * Turns photos into embeddings, in their order, on several threads, and each at most once where there is a cache. As
 * safe to share between threads as its detector and embedder are.
 *
 * @param detector finds the face; safe to use from several threads
 * @param embedder turns its crop into numbers
 * @param reader decodes the files
 * @param cache keeps what was computed; empty to compute all
 * @param source the bytes of a photo; an {@link UnreadablePhotoException} becomes a result
 * @param threads that read, find and cut out, beside the one that embeds; at least 1
 */
public record PhotoEmbedder(FaceDetector detector, CropEmbedder embedder, PhotoReader reader,
        Optional<EmbeddingCache> cache, Function<Photo, byte[]> source, int threads) {

    public PhotoEmbedder {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: expected at least 1, found " + threads);
        }
    }

    /** Takes photos from files, on all processors. */
    public PhotoEmbedder(FaceDetector detector, CropEmbedder embedder, PhotoReader reader,
            Optional<EmbeddingCache> cache) {
        this(detector, embedder, reader, cache, photo -> fromFile(photo, reader),
                Runtime.getRuntime().availableProcessors());
    }

    private static byte[] fromFile(Photo photo, PhotoReader reader) {
        if (Files.isDirectory(photo.file())) {
            throw new UnreadablePhotoException(Kind.NO_ACCESS, "the folder could not be listed; check its permissions");
        }
        return reader.load(photo.file());
    }

    /** The results of photos, one each and in their order, while they are computed; to be closed. */
    public EmbeddingPipeline start(Iterator<Photo> photos) {
        return new EmbeddingPipeline(this, photos);
    }

    /**
     * One result a photo, in their order.
     *
     * @param progress is told how many are done
     * @throws java.util.concurrent.CancellationException if the current thread is interrupted; what was done until then
     *     is in the cache
     */
    public List<EmbeddedPhoto> embed(List<Photo> photos, IntConsumer progress) {
        List<EmbeddedPhoto> embedded = new ArrayList<>(photos.size());
        try (EmbeddingPipeline pipeline = start(photos.iterator())) {
            while (pipeline.hasNext()) {
                embedded.add(pipeline.next());
                progress.accept(embedded.size());
            }
        }
        return embedded;
    }
}
