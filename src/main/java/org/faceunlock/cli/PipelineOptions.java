package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.models.StoreHome;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.faceunlock.pipeline.EmbeddingCache;
import org.faceunlock.pipeline.EmbeddingPipeline;
import org.faceunlock.pipeline.PhotoEmbedder;
import org.faceunlock.pipeline.PhotoPipeline;
import org.faceunlock.pipeline.PipelineSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a command lets its user say about turning photos into embeddings, and how it does it. */
public final class PipelineOptions {

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

        private final PhotoPipeline networks;

        private Pipeline(PhotoPipeline networks) {
            this.networks = networks;
        }

        /** The faces of those photos cut out again: embeddings are kept, pictures are not. */
        FaceSet crops(List<Path> files) {
            try (PhotoProgress progress = new PhotoProgress()) {
                return ImageFolder.ofPaths(files).readBy(reading.reader()).detect(finder(), progress);
            }
        }

        /** The pair at work. */
        String describe() {
            return "MTCNN (%s), %s (%s)".formatted(networks.detector().name(),
                    network().card().architecture(), network().name());
        }

        PhotoPipeline networks() {
            return networks;
        }

        FaceDetector finder() {
            return networks.finder();
        }

        FaceEmbedder network() {
            return networks.embedder();
        }

        /** Embeds the photos below a folder, or a photo. */
        List<EmbeddedPhoto> embed(Path path) {
            return embed(RejectedPhotos.print(ImageFolder.of(path), command.commandLine().getErr()).photos());
        }

        List<EmbeddedPhoto> embed(List<Photo> photos) {
            List<EmbeddedPhoto> embedded = new ArrayList<>(photos.size());
            embed(photos, embedded::add);
            return embedded;
        }

        /** Embeds photos and gives each result as it comes, so that memory does not grow with their number. */
        void embed(List<Photo> photos, Consumer<EmbeddedPhoto> each) {
            run(networks.photos(cache(networks.fingerprint())), photos, each);
        }
    }

    /** Opens detector and embedder for those photos, says which, and closes them when the work is done. */
    <T> T with(List<Path> paths, Function<Pipeline, T> work) {
        return with(ImageFolder.ofPaths(paths), work);
    }

    /** As the other, for photos that were listed already. */
    <T> T with(ImageFolder photos, Function<Pipeline, T> work) {
        return with(chosen(photos), photos, work);
    }

    /** As the other, with another embedder than the options'. */
    <T> T with(List<Path> paths, String model, Function<Pipeline, T> work) {
        ImageFolder photos = ImageFolder.ofPaths(paths);
        return with(chosen(photos).embedding(model), photos, work);
    }

    private PipelineSettings chosen(ImageFolder photos) {
        return settings().choosing(choice -> ModelsInUse.choice(choice, photos));
    }

    private <T> T with(PipelineSettings chosen, ImageFolder photos, Function<Pipeline, T> work) {
        try (PhotoPipeline networks = PhotoPipeline.open(chosen)) {
            ModelsInUse.print(networks.detector(), networks.embedder(), photos, command.commandLine().getErr());
            return work.apply(new Pipeline(networks));
        }
    }

    /** As the other, for photos that lie elsewhere; auto is what was fetched. */
    void withoutPhotos(Consumer<PhotoPipeline> work) {
        try (PhotoPipeline networks = PhotoPipeline.open(settings())) {
            command.commandLine().getErr().println("models: detector %s, embedder %s".formatted(
                    networks.detector().name(), networks.embedder().name()));
            work.accept(networks);
        }
    }

    /** Embeds crops and gives each result as it comes, after the check that they are made for the embedder. */
    void embedCrops(ImageFolder crops, Consumer<FaceEmbedder> check, Consumer<EmbeddedPhoto> each) {
        try (FaceEmbedder network = embedder.open(crops)) {
            ModelsInUse.print(network, crops, command.commandLine().getErr());
            check.accept(network);
            run(new PhotoEmbedder(new WholePhoto(network.recipe()), network, reader(),
                    cache("crops, %s %s, %s, %s".formatted(network.name(), network.sha256(),
                            network.precision(), network.recipe().describe()))), crops.photos(), each);
        }
    }

    private Optional<EmbeddingCache> cache(String fingerprint) {
        Path folder = StoreHome.fromEnvironment().resolve(CACHE);
        if (noCache) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            return Optional.of(new EmbeddingCache(folder, fingerprint));
        } catch (IOException e) {
            command.commandLine().getErr().println("no cache: %s cannot be made (%s); embeddings are computed anew,"
                    .formatted(folder, e.getMessage()) + " or set FACE_UNLOCK_HOME to a folder that can be written to");
            return Optional.empty();
        }
    }

    private static void run(PhotoEmbedder embedder, List<Photo> photos, Consumer<EmbeddedPhoto> each) {
        try (EmbeddingPipeline pipeline = embedder.start(photos.iterator()); PhotoProgress progress =
                new PhotoProgress()) {
            for (int done = 1; pipeline.hasNext(); done++) {
                each.accept(pipeline.next());
                progress.step(done, photos.size());
            }
        }
    }

    /** The networks and how they are to work, as the options say. */
    public PipelineSettings settings() {
        return new PipelineSettings(detector.choice(), detector.settings().withPolicy(policy.policy()),
                detector.turning(), embedder.choice(), embedder.align(), embedder.precision(),
                reader().maximumMegapixels());
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
