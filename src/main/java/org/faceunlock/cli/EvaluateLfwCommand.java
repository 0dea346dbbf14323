package org.faceunlock.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.faceunlock.embed.Cosine;
import org.faceunlock.evaluate.LfwPairs;
import org.faceunlock.evaluate.LfwResult;
import org.faceunlock.image.Photo;
import org.faceunlock.pipeline.EmbeddedPhoto;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the protocol of Labeled Faces in the Wild. */
@Command(name = "lfw",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the protocol of Labeled Faces in the Wild: the pairs of pairs.txt in ten folds, each decided at the"
                    + " threshold that errs least on the other nine.",
            "",
            "Told are the accuracy with its standard error, and TAR at FAR 0.1 % over all pairs. A pair without a face"
                    + " counts as one that does not match. The weights are taken as trained on other data than the"
                    + " images.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock evaluate lfw --pairs pairs.txt --images lfw --json",
            "  ./face-unlock people render --layout lfw --identities 200 --photos 6 --size 250x250 --out rendered",
            "  ./face-unlock evaluate lfw --pairs rendered/pairs.txt --images rendered"
        })
final class EvaluateLfwCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pairs", paramLabel = "FILE", required = true, description = "LFW's pairs.txt, or one like it.")
    private Path pairsFile;

    @Option(names = "--images", paramLabel = "DIR", required = true,
            description = "The folder with NAME/NAME_0001.jpg and so on.")
    private Path images;

    @Mixin
    private PipelineOptions pipeline;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LfwPairs pairs = LfwPairs.read(pairsFile);
        List<LfwPairs.Image> wanted = pairs.images();
        List<Photo> photos = wanted.stream().map(image -> new Photo(image.below(images), image.person())).toList();
        List<EmbeddedPhoto> embedded = pipeline.with(photos.stream().map(Photo::file).toList(),
                networks -> networks.embed(photos));
        pipeline.tellFailures(embedded);
        Map<LfwPairs.Image, EmbeddedPhoto> byImage = new HashMap<>();
        for (int i = 0; i < photos.size(); i++) {
            byImage.put(wanted.get(i), embedded.get(i));
        }
        double[] similarities = pairs.all().stream()
                .mapToDouble(pair -> similarity(byImage.get(pair.first()), byImage.get(pair.second()))).toArray();
        LfwResult result = LfwResult.of(pairs, similarities);
        long failures = embedded.stream().filter(photo -> photo.embedding().isEmpty()).count();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().create().toJson(json(pairs, result, failures)));
        } else {
            print(pairs, result, failures, out);
        }
        return ExitCode.OK;
    }

    private static double similarity(EmbeddedPhoto first, EmbeddedPhoto second) {
        return first.embedding().isEmpty() || second.embedding().isEmpty() ? Double.NaN
                : Cosine.similarity(first.embedding().get(), second.embedding().get());
    }

    private void print(LfwPairs pairs, LfwResult result, long failures, PrintWriter out) {
        out.println("protocol     LFW: %s pairs in %s folds of %s photos, %s without a face".formatted(
                pairs.all().size(), pairs.folds().size(), pairs.images().size(), failures));
        out.println(String.format(Locale.ROOT, "accuracy     %.4f +- %.4f (standard error); thresholds %.3f to %.3f",
                result.accuracy(), result.standardError(),
                result.thresholds().stream().min(Double::compare).orElseThrow(),
                result.thresholds().stream().max(Double::compare).orElseThrow()));
        out.println("TAR          %s at FAR 0.1 %%".formatted(ThresholdsText.percent(result.strictAccepted())));
        out.println(String.format(Locale.ROOT, "EER          %.3f %%, AUC %.5f",
                100 * result.scores().equalErrorRate().value(), result.scores().areaUnderCurve()));
        if (!result.wrong().isEmpty()) {
            out.println("wrong        %s pairs%s".formatted(result.wrong().size(),
                    result.wrong().size() > SHOWN ? ", the first %s; --json has all:".formatted(SHOWN) : ":"));
            result.wrong().stream().limit(SHOWN).map(index -> pairs.all().get(index))
                    .forEach(pair -> out.println("  " + pair.first().below(images) + " "
                            + pair.second().below(images)));
        }
    }

    private JsonObject json(LfwPairs pairs, LfwResult result, long failures) {
        JsonObject object = new JsonObject();
        object.addProperty("protocol", "lfw");
        object.addProperty("pairs", pairs.all().size());
        object.addProperty("folds", pairs.folds().size());
        object.addProperty("photos_without_a_face", failures);
        object.addProperty("accuracy", result.accuracy());
        object.addProperty("standard_error", result.standardError());
        object.addProperty("tar_at_far_0.1_percent", result.strictAccepted().value());
        object.addProperty("eer", result.scores().equalErrorRate().value());
        object.addProperty("auc", result.scores().areaUnderCurve());
        object.add("fold_accuracies", array(result.accuracies()));
        object.add("fold_thresholds", array(result.thresholds()));
        JsonArray wrong = new JsonArray();
        for (int index : result.wrong()) {
            JsonArray pair = new JsonArray();
            pair.add(pairs.all().get(index).first().below(images).toString());
            pair.add(pairs.all().get(index).second().below(images).toString());
            wrong.add(pair);
        }
        object.add("wrong", wrong);
        return object;
    }

    private static JsonArray array(List<Double> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
