package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.Fingerprint;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.StoredTemplate;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.ImageFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the template of a person. */
@Command(name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Enrols the person in a folder of photos and writes a template for 'unlock --template'.",
            "",
            "The template holds embeddings and the photos' names, no photo. Embeddings tell who somebody is: only"
                    + " you can read the file, and with a passphrase nobody without it. It works with the models and"
                    + " options that it was made with, and no others.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock enrol --out me.template photos/faces/me",
            "  ./face-unlock enrol --encrypt --out me.template photos/faces/me"
        })
final class EnrolCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder of photos of one person.")
    private Path folder;

    @Mixin
    private ReaderOptions reading;

    @Mixin
    private DetectorOptions detector;

    @Mixin
    private EmbedderOptions embedder;

    @Mixin
    private PassphraseOptions passphrase;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The template to write or replace.")
    private Path out;

    @Option(names = "--encrypt", description = "Encrypt it with a passphrase, asked for at the console; implied by the"
            + " other options of the passphrase.")
    private boolean encrypt;

    @Option(names = "--fusion", paramLabel = "RULE", defaultValue = "mean",
            converter = UnlockCommand.FusionConverter.class,
            description = "How a photo is compared with the enrolled ones: mean, max, or top-K (default:"
                    + " ${DEFAULT-VALUE}).")
    private ScoreFusion fusion;

    @Option(names = "--largest", description = "In a photo of several faces take the largest, rather than none.")
    private boolean largest;

    @Override
    public Integer call() {
        WriteCheck.file(out);
        EnrolledFolder enrolled = EnrolledFolder.of(folder, reading.reader(), spec.commandLine());
        char[] secret = encrypt || passphrase.given() ? passphrase.ofNew() : new char[0];
        ImageFolder photos = enrolled.photos();
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST, photos); FaceEmbedder network = embedder.open(photos)) {
            ModelsInUse.print(mtcnn, network, photos, spec.commandLine().getErr());
            FaceDetector finder = detector.finder(mtcnn, network.recipe());
            FaceUnlock unlock = enrolled.enrol(FaceUnlock.using(finder, network).withSeveralFaces(largest).with(fusion),
                    finder, network.suggestedThreshold());
            new StoredTemplate(unlock.template(), Fingerprint.of(mtcnn, network, largest)).write(out, secret);
            spec.commandLine().getOut().println(out);
            return ExitCode.OK;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
