package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import org.faceunlock.compare.Fingerprint;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.models.StoreHome;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.faceunlock.pipeline.EmbeddingCache;
import org.faceunlock.pipeline.PhotoEmbedder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a command lets its user say about turning photos into embeddings, and how it does it. */
final class PipelineOptions {

    /** The folder in the user's cache folder. */
    private static final String CACHE = "embeddings";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private ReaderOptions reading;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private EmbedderOptions embedder;

    @Option(names = "--no-cache", description = "Compute every embedding anew, and keep none.")
    private boolean noCache;

    /** A detector and an embedder at work. */
    final class Pipeline {

        private final FaceDetector finder;
        private final FaceEmbedder network;
        private final String detectorName;
        private final PhotoEmbedder photos;

        private Pipeline(Mtcnn mtcnn, FaceEmbedder network) {
            this.finder = detector.finder(mtcnn, network.recipe());
            this.network = network;
            this.detectorName = mtcnn.name();
            this.photos = new PhotoEmbedder(finder, network, reading.reader(), noCache ? Optional.empty()
                    : Optional.of(new EmbeddingCache(StoreHome.fromEnvironment().resolve(CACHE), settings(mtcnn))));
        }

        /** All that an embedding depends on but the photo. */
        private String settings(Mtcnn mtcnn) {
            return "2 %s %s %s".formatted(finder.getClass().getName(), mtcnn.settings(),
                    Fingerprint.of(mtcnn, network, true).describe());
        }

        /** The faces of those photos cut out again: embeddings are kept, pictures are not. */
        FaceSet crops(List<Path> files) {
            try (PhotoProgress progress = new PhotoProgress()) {
                return ImageFolder.ofPaths(files).readBy(reading.reader()).detect(finder, progress);
            }
        }

        /** The pair at work. */
        String describe() {
            return "MTCNN (%s), %s (%s)".formatted(detectorName, network.card().architecture(), network.name());
        }

        FaceDetector finder() {
            return finder;
        }

        FaceEmbedder network() {
            return network;
        }

        /** Embeds the photos below a folder, or a photo. */
        List<EmbeddedPhoto> embed(Path path) {
            return embed(RejectedPhotos.print(ImageFolder.of(path), command.commandLine().getErr()).photos());
        }

        List<EmbeddedPhoto> embed(List<Photo> list) {
            Optional<ProgressBar> bar = list.size() > 1
                    ? TerminalBar.open("photos", "", 1, list.size(), 0) : Optional.empty();
            try {
                return photos.embed(list, done -> bar.ifPresent(shown -> shown.stepTo(done)));
            } finally {
                bar.ifPresent(ProgressBar::close);
            }
        }
    }

    /** Opens detector and embedder for those photos, says which, and closes them when the work is done. */
    <T> T with(List<Path> paths, Function<Pipeline, T> work) {
        return with(paths, embedder::open, work);
    }

    /** As the other, with another embedder than the options'. */
    <T> T with(List<Path> paths, String model, Function<Pipeline, T> work) {
        return with(paths, photos -> FaceEmbedder.load(model), work);
    }

    private <T> T with(List<Path> paths, Function<ImageFolder, FaceEmbedder> opened, Function<Pipeline, T> work) {
        ImageFolder all = ImageFolder.ofPaths(paths);
        try (Mtcnn mtcnn = detector.open(policy.policy(), all); FaceEmbedder network = opened.apply(all)) {
            ModelsInUse.print(mtcnn, network, all, command.commandLine().getErr());
            return work.apply(new Pipeline(mtcnn, network));
        }
    }

    PhotoReader reader() {
        return reading.reader();
    }

    /** Tells which photos have no face. */
    void tellFailures(List<EmbeddedPhoto> photos) {
        photos.stream().filter(photo -> photo.embedding().isEmpty()).forEach(photo -> command.commandLine().getErr()
                .println("failure to acquire: " + photo.file() + ": " + photo.reason()));
    }
}
