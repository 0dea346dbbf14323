package org.faceunlock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faceunlock.evaluate.BinnedScores;
import org.faceunlock.evaluate.ComparisonProtocol;
import org.faceunlock.evaluate.EnrolmentReview;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.FusionTable;
import org.faceunlock.evaluate.OperatingPoint;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.SamplePlan;
import org.faceunlock.evaluate.ScoreFile;
import org.faceunlock.evaluate.SystemTable;
import org.faceunlock.evaluate.ThresholdReport;
import org.faceunlock.evaluate.ThresholdRule;
import org.faceunlock.plot.ThresholdPage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Chooses a threshold and says how far to trust it. */
@Command(name = "thresholds",
        mixinStandardHelpOptions = true,
        description = {
            "Chooses the similarity from which on to accept, and says how often it errs and how far to trust that.",
            "",
            "FMR is the share of comparisons of two people that are accepted, FNMR that of one person's that are not;"
                    + " accepted is what is at least the threshold. The intervals are exact binomial ones"
                    + " (Clopper-Pearson, 95 %); as comparisons share people, those over 200 drawings of the people are"
                    + " shown beside them. The equal error rate is where the straight line between the two points"
                    + " of the DET curve around FMR = FNMR meets it.",
            "",
            "Of photos, two protocols are told: photo against photo, and photo against template, as a lock compares:"
                    + " each of a person's photos with the mean of the others. The threshold is chosen without the"
                    + " people that it is tried on; how far it differs from fold to fold is a grey zone: UNSURE, which"
                    + " never unlocks. Photos that do not belong where they are enrolled are named.",
            "",
            "Of more than 5000 photos only photo against photo is told, from a histogram of bins of 0.0001: two hundred"
                    + " million comparisons of 20,000 photos are not kept.",
            "",
            "Exit code 1 when there is nothing to choose from, or a line cannot be read.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock thresholds --faces photos/faces --strangers photos/strangers",
            "  ./face-unlock thresholds --faces photos/faces --report out/thresholds.html",
            "  ./face-unlock thresholds --faces enrolled --probes later --equal-error",
            "  ./face-unlock thresholds --faces photos/faces --model dlib --compare vggface2",
            "  ./face-unlock thresholds --scores scores.csv --target-fmr 0.01 --json",
            "",
            "A folder of faces has a sub-folder a person with several photos; of strangers, every file is another"
                    + " person. scores.csv has a line a comparison: mated (1 or 0), score; a header is welcome."
        })
final class ThresholdsCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final int SHOWN = 10;

    /** Photos of which all comparisons are kept: 12 million, 400 MB. */
    private static final int MANY = 5000;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** Where the comparisons come from. */
    static final class Source {

        @Option(names = "--scores", paramLabel = "FILE", required = true,
                description = "Scores of another program: a CSV file of mated,score.")
        private Optional<Path> scores = Optional.empty();

        @ArgGroup(exclusive = false)
        private Folders folders;
    }

    /** Where the photos lie. */
    static final class Folders {

        @Option(names = "--faces", paramLabel = "DIR", required = true,
                description = "Photos of people, a sub-folder each with several photos.")
        private Path faces;

        @Option(names = "--probes", paramLabel = "DIR",
                description = "Further photos, sub-folders of the same names, to compare with the faces.")
        private Optional<Path> probes = Optional.empty();

        @Option(names = "--strangers", paramLabel = "DIR", description = "Photos each of another person.")
        private Optional<Path> strangers = Optional.empty();

        List<Path> all() {
            return Stream.of(Optional.of(faces), probes, strangers).flatMap(Optional::stream).toList();
        }
    }

    @Mixin
    private RuleOptions rule;

    @Mixin
    private PipelineOptions pipeline;

    @Option(names = "--compare", paramLabel = "NAME", description = "Of photos: another model, beside that of --model"
            + " in a table, on the same folds of people; such as dlib. Not in the JSON.")
    private Optional<String> compare = Optional.empty();

    @Option(names = "--json", description = "One JSON object with the errors at every threshold; of photos, those of"
            + " photo against template, with photo against photo within it.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Also one HTML page to play with and to hand on: a"
            + " slider moves curves, counts, wrong pairs, heatmap and map. It holds the faces' pictures, and needs no"
            + " network.")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (source.scores.isPresent() && compare.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--compare embeds photos: give --faces, not --scores");
        }
        report.ifPresent(WriteCheck::file);
        if (source.scores.isPresent()) {
            ofScores(source.scores.get());
        } else {
            pipeline.with(source.folders.all(), networks -> {
                ofPhotos(source.folders, networks);
                return ExitCode.OK;
            });
        }
        return ExitCode.OK;
    }

    private void ofScores(Path scores) throws IOException {
        ScoreFile file = ScoreFile.read(scores);
        if (!file.failures().isEmpty()) {
            spec.commandLine().getErr().println(("%s: %s comparison(s) without a number count as failures to acquire:"
                    + " line(s) %s").formatted(scores, file.failures().size(), shown(file)));
        }
        ThresholdReport chosen = ThresholdReport.of("scores of a file", file.attempts(), rule.rule(), SEED);
        if (json) {
            spec.commandLine().getOut().println(ThresholdsJson.text(ThresholdsJson.of(chosen)));
        } else {
            ThresholdsText.print(chosen, spec.commandLine().getOut());
        }
        write(ThresholdPage.of(chosen));
    }

    private void write(ThresholdPage page) {
        report.ifPresent(file -> {
            try {
                page.save(file);
            } catch (IOException e) {
                throw new UncheckedIOException("could not write " + file, e);
            }
            spec.commandLine().getErr().println("wrote " + file);
        });
    }

    private static String shown(ScoreFile file) {
        String lines = String.join(", ", file.failures().stream().limit(SHOWN).map(Object::toString).toList());
        return file.failures().size() > SHOWN ? lines + " and so on" : lines;
    }

    private void ofPhotos(Folders folders, PipelineOptions.Pipeline networks) {
        Map<String, EvaluationFaces> models = new LinkedHashMap<>();
        EvaluationFaces faces = of(folders, networks, models);
        compare.ifPresent(model -> pipeline.with(folders.all(), model, other -> of(folders, other, models)));
        pipeline.tellFailures(faces.failures());
        if (faces.photos() > MANY && !faces.hasOwnProbes()) {
            ofMany(faces);
            return;
        }
        ThresholdReport single = report(faces, ComparisonProtocol.PHOTO_TO_PHOTO);
        ThresholdReport template = report(faces, ComparisonProtocol.PHOTO_TO_TEMPLATE);
        EnrolmentReview review = EnrolmentReview.of(faces.enrolled(),
                ThresholdRule.equalError().choose(template.scores()));
        if (report.isPresent()) {
            ThresholdPage page = ThresholdPage.of(faces, Fusion.MEAN, List.of(template, single));
            write(page.withPhotos(networks.crops(page.files())).withNetworks(networks.describe()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonObject object = ThresholdsJson.of(template);
            object.add("photo_against_photo", ThresholdsJson.of(single));
            object.add("review", ThresholdsJson.review(review));
            out.println(ThresholdsJson.text(object));
            return;
        }
        out.println("%s photos of %s people, %s without a face\n".formatted(
                faces.photos(), faces.people().size(), faces.failures().size()));
        ThresholdsText.print(single, out);
        out.println();
        ThresholdsText.print(template, out);
        out.println("\nrules of fusion, photo against template, on the same folds");
        ThresholdsText.print(FusionTable.of(faces, Fusion.ALL, rule.rule(), SEED), out);
        if (models.size() > 1) {
            Map<String, PairScores> scores = new LinkedHashMap<>();
            models.forEach((model, known) -> scores.put(model, known.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE,
                    Fusion.MEAN)));
            out.println("\nmodels, photo against template, on the same folds");
            ThresholdsText.print(SystemTable.of("model", scores, rule.rule(), SEED), out);
        }
        out.println("\nenrolled photos to look at");
        ThresholdsText.print(review.toTable(), out);
        int wrong = review.files(EnrolmentReview.Finding.WRONG_PERSON).size();
        if (wrong > 0) {
            out.println(("mind: %s of them may be of somebody else, and count in all figures above; move them, and run"
                    + " it again").formatted(wrong));
        }
        out.println("\nplan: " + SamplePlan.of(rule.rule().aim() == ThresholdRule.Aim.TARGET_FMR
                ? rule.rule().value() : 0.001).describe());
    }

    private static EvaluationFaces of(Folders folders, PipelineOptions.Pipeline networks,
            Map<String, EvaluationFaces> models) {
        EvaluationFaces faces = EvaluationFaces.of(networks.embed(folders.faces),
                folders.probes.map(networks::embed).orElse(List.of()),
                folders.strangers.map(networks::embed).orElse(List.of()));
        if (models.put(networks.network().name(), faces) != null) {
            throw new IllegalArgumentException("--compare: expected another model than %s, found it again"
                    .formatted(networks.network().name()));
        }
        return faces;
    }

    /** Of more photos than all comparisons can be kept of: the errors alone. */
    private void ofMany(EvaluationFaces faces) {
        PrintWriter out = spec.commandLine().getOut();
        BinnedScores scores = BinnedScores.of(faces.probes());
        List<OperatingPoint> points = json ? scores.curve()
                : DoubleStream.of(0.01, 0.001, 1e-4, 1e-5, 1e-6).mapToObj(scores::atFalseMatchRate).toList();
        if (json) {
            JsonArray curve = new JsonArray();
            points.forEach(point -> curve.add(ThresholdsJson.point(point)));
            JsonObject object = new JsonObject();
            object.addProperty("comparisons", scores.toString());
            object.addProperty("eer", scores.equalErrorRate().value());
            object.add("det", curve);
            out.println(ThresholdsJson.text(object));
            return;
        }
        out.println(("%s photos are many: their comparisons, photo against photo, were counted in bins as they were"
                + " computed (%s).\nFor templates, folds, intervals over people and a review take up to %s photos.\n")
                .formatted(faces.photos(), scores, MANY));
        out.println(String.format(Locale.ROOT, "EER          %.3f %% near %.4f", 100 * scores.equalErrorRate().value(),
                scores.equalErrorRate().threshold()));
        points.forEach(point -> out.println(String.format(Locale.ROOT, "threshold    %.4f: FMR %s, FNMR %s",
                point.threshold(), ThresholdsText.percent(point.falseMatch()),
                ThresholdsText.percent(point.falseNonMatch()))));
    }

    private ThresholdReport report(EvaluationFaces faces, ComparisonProtocol protocol) {
        return ThresholdReport.of(protocol, faces, Fusion.MEAN, rule.rule(), SEED);
    }
}
