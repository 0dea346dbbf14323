package org.faceunlock.pipeline;

import java.util.Optional;
import org.faceunlock.compare.Fingerprint;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.TurningDetector;
import org.faceunlock.models.EmbedderWeights;

/**
 * A detector and an embedder at work by some settings. Holds their native memory until closed; safe to use from several
 * threads.
 */
public final class PhotoPipeline implements AutoCloseable {

    /** Of what an embedding depends on, and of how the cache keeps it. */
    private static final String VERSION = "3";

    private final PipelineSettings settings;
    private final Mtcnn detector;
    private final FaceEmbedder embedder;
    private final FaceDetector finder;

    private PhotoPipeline(PipelineSettings settings, Mtcnn detector, FaceEmbedder embedder) {
        this.settings = settings;
        this.detector = detector;
        this.embedder = embedder;
        FaceDetector cutting = detector.cutting(embedder.recipe());
        this.finder = settings.turning() ? TurningDetector.of(cutting) : cutting;
    }

    /** @throws org.faceunlock.models.MissingModelException if weights were not fetched; the message says how */
    public static PhotoPipeline open(PipelineSettings settings) {
        Mtcnn detector = Mtcnn.load(settings.detector(), settings.detection());
        try {
            FaceEmbedder embedder = FaceEmbedder.load(settings.embedder(), settings.precision());
            return new PhotoPipeline(settings, detector, settings.aligned() ? embedder.aligned() : embedder);
        } catch (RuntimeException | Error e) {
            detector.close();
            throw e;
        }
    }

    /** The networks that find faces. */
    public Mtcnn detector() {
        return detector;
    }

    /** The network that embeds. */
    public FaceEmbedder embedder() {
        return embedder;
    }

    /** What finds faces and cuts them out for the embedder. */
    public FaceDetector finder() {
        return finder;
    }

    /** What opens photos. */
    public PhotoReader reader() {
        return PhotoReader.upTo(settings.maximumMegapixels());
    }

    /** The networks' names, as {@link PipelineSettings} takes them, in place of what chose them. */
    public PipelineSettings resolved() {
        return new PipelineSettings(detector.name(), settings.detection(), settings.turning(),
                settings.embedder().equals(EmbedderWeights.AUTO) ? embedder.name() : settings.embedder(),
                settings.aligned(), settings.precision(), settings.maximumMegapixels());
    }

    /** All that an embedding depends on but the photo. */
    public String fingerprint() {
        return "%s %s turning %s, %s".formatted(VERSION, detector.settings(), settings.turning(),
                Fingerprint.of(detector, embedder, true).describe());
    }

    /** The way from photos to embeddings. */
    public PhotoEmbedder photos(Optional<EmbeddingCache> cache) {
        return new PhotoEmbedder(finder, embedder, reader(), cache);
    }

    @Override
    public void close() {
        embedder.close();
        detector.close();
    }
}
