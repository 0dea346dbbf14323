package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faceunlock.compare.Decision;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.GreyZone;
import org.faceunlock.evaluate.ThresholdReport;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.faceunlock.pipeline.PhotoEmbedder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The threshold of a lock: as given, as suggested for the weights, or chosen from photos of other people. */
final class ThresholdOptions {

    private static final String AUTO = "auto";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--threshold", paramLabel = "T|auto", converter = Choice.class,
            description = "Least cosine similarity that unlocks, -1 to 1 (default: what is suggested for the weights);"
                    + " or a threshold of another program in its scale: euclidean, squared-euclidean, angle, halved,"
                    + " compreface or face-recognition, as in euclidean:0.6; or auto: chosen from the people in the"
                    + " folders beside the enrolled one and from --strangers, for FMR 0.1 %, as the command thresholds"
                    + " does; opens above the grey zone only.")
    private Optional<Choice> choice = Optional.empty();

    @Option(names = "--strangers", paramLabel = "DIR", description = "With --threshold auto: photos each of another"
            + " person.")
    private Optional<Path> strangers = Optional.empty();

    private Optional<GreyZone> zone = Optional.empty();

    /** A cosine, or none for auto. */
    static final class Choice implements ITypeConverter<Choice> {

        private Optional<Threshold> given = Optional.empty();

        @Override
        public Choice convert(String value) {
            Choice made = new Choice();
            made.given = value.equals(AUTO) ? Optional.empty()
                    : Optional.of(Threshold.parse(value));
            return made;
        }
    }

    /**
     * The threshold to open at; says how it was chosen where it was.
     *
     * @param enrolled the folder of the person, which auto needs
     */
    Threshold of(Optional<Path> enrolled, FaceDetector detector, FaceEmbedder embedder, PhotoReader reader) {
        if (strangers.isPresent() && choice.map(made -> made.given.isPresent()).orElse(true)) {
            throw new ParameterException(command.commandLine(), "--strangers is for --threshold auto");
        }
        return choice.map(made -> made.given.orElseGet(() -> chosen(enrolled.orElseThrow(() -> new ParameterException(
                command.commandLine(), "--threshold auto looks at the folders beside that of --enrol; found none")),
                detector, embedder, reader))).orElseGet(embedder::suggestedThreshold);
    }

    private Threshold chosen(Path enrolled, FaceDetector detector, CropEmbedder embedder, PhotoReader reader) {
        PhotoEmbedder photos = new PhotoEmbedder(detector, embedder, reader, Optional.empty());
        Path folder = enrolled.toAbsolutePath().normalize();
        List<Photo> people = ImageFolder.of(folder.getParent()).photos().stream()
                .filter(photo -> !photo.person().isEmpty()).toList();
        List<EmbeddedPhoto> others = strangers.map(path -> photos.embed(ImageFolder.of(path).photos(), done -> { }))
                .orElse(List.of());
        ThresholdReport report;
        try {
            report = ThresholdReport.ofLock(
                    EvaluationFaces.of(photos.embed(people, done -> { }), List.of(), others));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(("--threshold auto: expected several photos in %s, and other people in"
                    + " the folders beside it or in --strangers, found too few (%s)").formatted(enrolled,
                    e.getMessage()),
                    e);
        }
        zone = Optional.of(report.greyZone());
        PrintWriter err = command.commandLine().getErr();
        err.println(String.format(Locale.ROOT, "threshold auto: %.4f for %s, from %d mated and %d non-mated"
                        + " comparisons, photo against template; UNSURE from %.4f to %.4f, which stays"
                        + " locked", report.threshold(),
                report.rule().describe(), report.chosen().falseNonMatch().trials(),
                report.chosen().falseMatch().trials(),
                report.greyZone().lower(), report.greyZone().upper()));
        report.cautions().forEach(caution -> err.println("  " + caution));
        return report.opening();
    }

    /** The decision's line, with a word for a similarity in the grey zone. */
    String line(Decision decision, String label) {
        boolean unsure = zone
                .filter(known -> known.verdict(decision.similarity()) == GreyZone.Verdict.UNSURE).isPresent();
        return decision.line(label) + (unsure ? " (UNSURE: within the grey zone)" : "");
    }
}
