package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.NotEnrolled;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries photos on a lock. */
@Command(name = "unlock",
        mixinStandardHelpOptions = true,
        description = {
            "Enrols the person in a folder of photos, then says for each further photo whether it would unlock.",
            "",
            "It unlocks when the cosine similarity with the enrolled person reaches the threshold. No face, several"
                    + " faces or an unreadable file: locked. It is no real lock: a photo of a photo opens it.",
            "",
            "Exit code 0 only if every photo unlocked, 1 if any stayed locked, 2 if the command was not understood.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock unlock --enrol photos/faces/me photos/faces_test",
            "  ./face-unlock unlock --enrol photos/faces/me --threshold 0.7 --json selfie.jpg",
            "  ./face-unlock unlock --enrol photos/faces/me --threshold auto --strangers photos/strangers selfie.jpg"
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

    @Option(names = "--enrol", required = true, paramLabel = "DIR", description = "A folder of photos of one person.")
    private Path enrol;

    @Mixin
    private ThresholdOptions threshold;

    @Option(names = "--template", paramLabel = "RULE", defaultValue = "mean", converter = RuleConverter.class,
            description = "How a photo is compared with the enrolled ones: mean, max, or top-K (default:"
                    + " ${DEFAULT-VALUE}).")
    private ScoreFusion rule;

    @Option(names = "--largest", description = "In a photo of several faces take the largest, rather than stay locked.")
    private boolean largest;

    @Option(names = "--json", description = "One JSON object a photo and line.")
    private boolean json;

    /** A template rule as a user types it. */
    static final class RuleConverter implements ITypeConverter<ScoreFusion> {
        @Override
        public ScoreFusion convert(String value) {
            return ScoreFusion.named(value);
        }
    }

    @Override
    public Integer call() {
        ImageFolder enrolled = onePerson();
        ImageFolder tried = paths.photos();
        ImageFolder all = enrolled.and(tried);
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST, all); FaceEmbedder network = embedder.open(all);
                PhotoProgress progress = new PhotoProgress()) {
            ModelsInUse.print(mtcnn, network, all, spec.commandLine().getErr());
            FaceDetector finder = detector.finder(mtcnn, network.recipe());
            FaceUnlock.Builder builder = FaceUnlock.using(finder, network).with(rule).withSeveralFaces(largest);
            Threshold least = threshold.of(enrol, finder, network, paths.reader(), network.suggestedThreshold());
            FaceSet offered = enrolled.detect(finder);
            FaceUnlock unlock = builder.enrol(offered, least);
            print(unlock);
            printFaults(offered);
            FaceSet attempts = tried.detect(finder, progress);
            progress.finished();
            return attempt(unlock, attempts);
        }
    }

    private ImageFolder onePerson() {
        ImageFolder folder = RejectedPhotos.print(ImageFolder.of(enrol), spec.commandLine().getErr())
                .readBy(paths.reader());
        long people = folder.photos().stream().map(Photo::person).distinct().count();
        if (people > 1) {
            throw new ParameterException(spec.commandLine(),
                    "--enrol takes a folder of one person; %s has %s: name one of them"
                    .formatted(enrol, folder.people()));
        }
        return folder;
    }

    private void print(FaceUnlock unlock) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("enrolled %s of %s photos in %s".formatted(unlock.enrolment().faces().size(),
                unlock.enrolment().faces().size() + unlock.enrolment().rejected().size(), enrol));
        for (NotEnrolled photo : unlock.enrolment().rejected()) {
            err.println("  not " + photo.file() + ": " + photo.rejection().sentence());
        }
    }

    /** Poor photos make a poor template: they are named, and enrolled all the same. */
    private void printFaults(FaceSet offered) {
        for (PhotoResult row : offered) {
            row.outcome().quality().filter(quality -> !quality.faults().isEmpty()).ifPresent(quality ->
                    spec.commandLine().getErr().println("  poor " + row.file() + ": " + quality.describe()));
        }
    }

    private int attempt(FaceUnlock unlock, FaceSet attempts) {
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        Iterator<String> labels = attempts.labels().iterator();
        for (PhotoResult row : attempts) {
            Decision decision = unlock.attempt(row);
            String label = labels.next();
            out.println(json ? JsonLine.decision(decision) : threshold.line(decision, label));
            all &= decision.unlocked();
        }
        return all ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
