package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.Fingerprint;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.StoredTemplate;
import org.faceunlock.compare.Template;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.PhotoResult;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries photos on a lock. */
@Command(name = "unlock",
        mixinStandardHelpOptions = true,
        description = {
            "Enrols the person in a folder of photos, or takes a template that 'enrol' wrote, then says for each"
                    + " further photo whether it would unlock.",
            "",
            "It unlocks when the cosine similarity with the enrolled person reaches the threshold. No face, several"
                    + " faces or an unreadable file: locked.",
            "",
            "It is no security product: it looks at flat pictures (2D only) and does not check that a face is alive,"
                    + " so a printed photo, or one on a screen, may pass.",
            "",
            "Exit code 0 only if every photo unlocked, 1 if any stayed locked, 2 if the command was not understood.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock unlock --enrol photos/faces/me photos/faces_test",
            "  ./face-unlock unlock --enrol photos/faces/me --threshold 0.7 --json selfie.jpg",
            "  ./face-unlock unlock --enrol photos/faces/me --threshold auto --strangers photos/strangers selfie.jpg",
            "  ./face-unlock unlock --template me.template --attempts 3 --log attempts.jsonl selfie.jpg"
        })
final class UnlockCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PhotoPaths paths;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private EmbedderOptions embedder;

    @ArgGroup(multiplicity = "1")
    private Person person;

    @Mixin
    private PassphraseOptions passphrase;

    @Mixin
    private AttemptOptions attempts;

    @Mixin
    private ThresholdOptions threshold;

    @Option(names = "--fusion", paramLabel = "RULE", converter = FusionConverter.class,
            description = "How a photo is compared with the enrolled ones: mean, max, or top-K (default: mean); with"
                    + " --template it is the template's.")
    private Optional<ScoreFusion> fusion;

    @Option(names = "--largest", description = "In a photo of several faces take the largest, rather than stay locked.")
    private boolean largest;

    @Option(names = "--json", description = "One JSON object a photo and line.")
    private boolean json;

    /** Who may unlock: one of these. */
    private static final class Person {

        @Option(names = "--enrol", paramLabel = "DIR", description = "A folder of photos of one person.")
        private Optional<Path> folder = Optional.empty();

        @Option(names = "--template", paramLabel = "FILE", description = "A template that 'enrol' wrote.")
        private Optional<Path> template = Optional.empty();
    }

    /** A rule of comparing as a user types it. */
    static final class FusionConverter implements ITypeConverter<ScoreFusion> {
        @Override
        public ScoreFusion convert(String value) {
            return ScoreFusion.named(value);
        }
    }

    @Override
    public Integer call() throws IOException {
        Optional<StoredTemplate> stored = person.template.map(file -> passphrase.read(file, fusion.isPresent()));
        Optional<EnrolledFolder> enrolled = person.folder.map(folder ->
                EnrolledFolder.of(folder, paths.reader(), spec.commandLine()));
        ImageFolder tried = paths.photos();
        ImageFolder all = enrolled.map(folder -> folder.photos().and(tried)).orElse(tried);
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST, all); FaceEmbedder network = embedder.open(all);
                PhotoProgress progress = new PhotoProgress(); AttemptLog log = attempts.log()) {
            ModelsInUse.print(mtcnn, network, all, spec.commandLine().getErr());
            FaceDetector finder = detector.finder(mtcnn, network.recipe());
            FaceUnlock.Builder builder = FaceUnlock.using(finder, network).with(fusion.orElse(ScoreFusion.MEAN))
                    .withSeveralFaces(largest);
            Threshold least = threshold.of(person.folder, finder, network, paths.reader());
            FaceUnlock unlock = enrolled.isPresent()
                    ? enrolled.get().enrol(builder, finder, least)
                    : lock(stored.orElseThrow().require(Fingerprint.of(mtcnn, network, largest)), builder, least);
            FaceSet photos = tried.detect(finder, progress);
            progress.finished();
            return attempt(unlock, photos, log);
        }
    }

    private static FaceUnlock lock(Template template, FaceUnlock.Builder builder, Threshold least) {
        return builder.with(template.rule()).enrol(template.enrolled(), least);
    }

    private int attempt(FaceUnlock unlock, FaceSet photos, AttemptLog log) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        Iterator<String> labels = photos.labels().iterator();
        for (PhotoResult row : photos) {
            log.beforeAttempt();
            Decision decision = unlock.attempt(row);
            log.add(decision);
            String label = labels.next();
            out.println(json ? JsonLine.decision(decision) : threshold.line(decision, label));
            all &= decision.unlocked();
        }
        return all ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
