package org.faceunlock.plot;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.evaluate.ComparisonProtocol;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.ThresholdReport;
import org.faceunlock.evaluate.ThresholdRule;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.RgbImage;

/**
 * What is known about a threshold, as one HTML page to play with: a slider moves histogram, error curves, counts, the
 * wrong pairs, heatmap and map. Immutable: each {@code with...} returns a new page.
 *
 * <p>The page needs no network and loads nothing; its policy allows its own script alone. Names of people and files are
 * data of that script, never HTML. The page of 60 faces has about 0.6 MB; of more than {@value PageFaces#MOST} faces
 * the curves and counts are of all, pictures, heatmap and map of people evenly spread.
 */
public final class ThresholdPage {

    private static final List<String> SCRIPTS =
            List.of("threshold-page.js", "threshold-page-curves.js", "threshold-page-faces.js");
    /** Escapes what means something in HTML. */
    private static final Gson GSON = new Gson();

    private final List<ThresholdReport> reports;
    private final Optional<PageFaces> faces;
    private final Fusion fusion;
    private final Map<Path, RgbImage> crops;
    private final String networks;

    private ThresholdPage(List<ThresholdReport> reports, Optional<PageFaces> faces, Fusion fusion,
            Map<Path, RgbImage> crops, String networks) {
        this.reports = List.copyOf(reports);
        this.faces = faces;
        this.fusion = fusion;
        this.crops = crops;
        this.networks = networks;
    }

    /** The curves and counts of scores alone. */
    public static ThresholdPage of(ThresholdReport report) {
        return new ThresholdPage(List.of(report), Optional.empty(), Fusion.MEAN, Map.of(), "");
    }

    /**
     * Both protocols for those faces: photo against template first, as a lock compares.
     *
     * @throws IllegalArgumentException if there are too few people to leave any out
     */
    public static ThresholdPage of(EvaluationFaces faces, Fusion fusion, ThresholdRule rule, long seed) {
        return of(faces, fusion, Stream.of(ComparisonProtocol.PHOTO_TO_TEMPLATE, ComparisonProtocol.PHOTO_TO_PHOTO)
                .map(protocol -> ThresholdReport.of(protocol, faces, fusion, rule, seed)).toList());
    }

    /**
     * Reports on those faces.
     *
     * @param fusion the rule of the templates
     * @param reports at least one; the page starts with the first
     */
    public static ThresholdPage of(EvaluationFaces faces, Fusion fusion, List<ThresholdReport> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("reports: expected at least one, found none");
        }
        return new ThresholdPage(reports, Optional.of(new PageFaces(faces)), fusion, Map.of(), "");
    }

    /** The files of the faces that the page shows, which {@link #withPhotos} wants; empty for scores alone. */
    public List<Path> files() {
        return faces.map(PageFaces::files).orElse(List.of());
    }

    /** The faces' pictures, by their files; those that are not shown are passed over, those missing are grey. */
    public ThresholdPage withPhotos(FaceSet photos) {
        Map<Path, RgbImage> more = new HashMap<>(crops);
        photos.forEach(row -> row.outcome().crop().ifPresent(crop -> more.put(row.file(), crop)));
        return new ThresholdPage(reports, faces, fusion, more, networks);
    }

    /** Names the networks for which the threshold holds. */
    public ThresholdPage withNetworks(String words) {
        return new ThresholdPage(reports, faces, fusion, crops, words);
    }

    /** Writes the page, whole or not at all. */
    public void save(Path file) throws IOException {
        AtomicFile.write(file, part -> Files.writeString(part, html()));
    }

    /** The whole page. */
    public String html() {
        StringBuilder script = new StringBuilder("\n");
        SCRIPTS.forEach(name -> script.append(resource(name)));
        String page = resource("threshold-page.html").replace("@STYLE@", resource("threshold-page.css"))
                .replace("@POLICY@", "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '"
                        + sha256(script.toString()) + "'").replace("\n@SCRIPT@", script);
        return page.replace("@DATA@", GSON.toJson(data())); // last, as names may hold anything
    }

    /** All that the page's script knows. */
    JsonObject data() {
        PageSteps steps = PageSteps.of(reports);
        JsonObject data = new JsonObject();
        data.addProperty("networks", networks);
        data.addProperty("limits", PageWords.LIMITS);
        data.addProperty("decimals", steps.decimals());
        data.addProperty("from", steps.from());
        data.addProperty("to", steps.to());
        JsonArray protocols = new JsonArray();
        reports.forEach(report -> protocols.add(protocol(report, steps)));
        data.add("protocols", protocols);
        faces.ifPresent(some -> some.addTo(data, fusion, crops));
        return data;
    }

    private JsonObject protocol(ThresholdReport report, PageSteps steps) {
        boolean template = report.protocol().equals(ComparisonProtocol.PHOTO_TO_TEMPLATE.title());
        JsonObject object = new JsonObject();
        object.addProperty("kind", template ? "template" : "photo");
        object.addProperty("name", template ? "photo against template" : report.protocol());
        object.addProperty("title", report.protocol());
        object.addProperty("threshold", report.threshold());
        object.add("zone", PagePacking.pair(report.greyZone().lower(), report.greyZone().upper()));
        object.addProperty("auc", report.scores().areaUnderCurve());
        JsonObject eer = new JsonObject();
        eer.addProperty("value", report.scores().equalErrorRate().value());
        eer.addProperty("threshold", report.scores().equalErrorRate().threshold());
        object.add("eer", eer);
        object.add("failures", PagePacking.pair(report.attempts().matedFailures(),
                report.attempts().nonMatedFailures()));
        object.add("facts", PageWords.facts(report, faces.map(PageFaces::describe).orElse("")));
        JsonArray cautions = new JsonArray();
        report.cautions().forEach(cautions::add);
        object.add("cautions", cautions);
        double[] thresholds = DoubleStream.concat(DoubleStream.of(steps.thresholds()),
                reports.stream().flatMapToDouble(one -> DoubleStream.of(one.threshold()))).sorted().toArray();
        object.addProperty("thinned", Stream.of(report.scores().mated(), report.scores().nonMated())
                .anyMatch(PageScores::thinned));
        object.add("mated", PageScores.of(report.scores().mated(), thresholds));
        object.add("nonMated", PageScores.of(report.scores().nonMated(), thresholds));
        return object;
    }

    private static String resource(String name) {
        try (InputStream in = ThresholdPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name + " of this program", e);
        }
    }

    private static String sha256(String script) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ThresholdPage[%s, recommended %s]".formatted(reports.get(0).protocol(),
                PageWords.fixed(reports.get(0).threshold()));
    }
}
