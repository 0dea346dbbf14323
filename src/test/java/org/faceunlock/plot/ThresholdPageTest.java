package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.evaluate.ComparisonProtocol;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.Interval;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.Rate;
import org.faceunlock.evaluate.ThresholdReport;
import org.faceunlock.evaluate.ThresholdRule;
import org.faceunlock.evaluate.VerificationAttempts;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of thresholds holds, before a browser draws it. */
class ThresholdPageTest {

    private static final ThresholdRule RULE = ThresholdRule.targetFmr(0.01);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>",
        "\u2028alert(1)\u2029", "\"},{\"", "'&lt;", "@DATA@", "$1\\", "]]>"})
    void hostileNameIsDataAndNothingElse(String name) {
        String html = page(faces(4, 3, name)).html();
        String data = dataText(html);
        assertThat(data).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(new Gson().fromJson(data, JsonObject.class).getAsJsonArray("people").get(0).getAsJsonObject()
                .get("name").getAsString()).isEqualTo(name);
        assertThat(html.replace(data, "")).isEqualTo(without(page(faces(4, 3, "ann")).html()));
    }

    private static String without(String html) {
        return html.replace(dataText(html), "");
    }

    @Test
    void policyAllowsThePagesOwnScriptAlone() throws Exception {
        String html = page(faces(4, 3, "ann")).html();
        Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertThat(script.find()).isTrue();
        String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(script.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(html).contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
                + hash + "'\">");
        assertThat(script.find()).isFalse();
    }

    @Test
    void coloursAreThoseOfTheFigures() {
        String html = ThresholdPage.of(ThresholdReport.of("scores of a file", VerificationAttempts.of(
                VerificationScores.of(new double[] {1}, new double[] {0})), RULE, 1)).html();
        List.of(Palette.TEXT, Palette.MUTED, Palette.LINE, Palette.GRID).forEach(colour ->
                assertThat(html).contains("#%06x;".formatted(colour.getRGB() & 0xffffff)));
    }

    @Test
    void pageNamesNoAddressAndNoFolderOfTheMachine() {
        EvaluationFaces faces = faces(4, 3, "ann");
        String html = page(faces).html().replace("http://www.w3.org/2000/svg", "");
        assertThat(html).doesNotContain("http:", "https:", "//cdn", "/home/somebody", "somebody", "@import", "url(\"");
        JsonObject data = data(page(faces));
        assertThat(data.getAsJsonArray("faces").get(0).getAsJsonObject().get("label").getAsString())
                .isEqualTo("trip/0.jpg");
        assertThat(strings(data, "people", "name")).endsWith("stranger", "stranger");
    }

    @Test
    void countsFromTheScoresOfThePageAreThoseOfTheReportAtEveryThreshold() {
        ThresholdReport report = ThresholdReport.of(ComparisonProtocol.PHOTO_TO_PHOTO, faces(6, 4, "ann"),
                Fusion.MEAN, RULE, 1);
        JsonObject data = data(ThresholdPage.of(report));
        DoubleStream.concat(Arrays.stream(steps(data)), DoubleStream.concat(DoubleStream.of(report.threshold()),
                Arrays.stream(report.scores().thresholds()))).forEach(threshold -> sameCounts(data, report, threshold));
    }

    @Test
    void manyScoresDecideAlikeAtEveryStepAndTheRecommendedThreshold() {
        Random random = seeded(11);
        VerificationScores scores = VerificationScores.of(random.doubles(2_000).map(u -> 1 + random.nextGaussian())
                .toArray(), random.doubles(60_000).map(u -> u < 0.001 ? Double.NaN : random.nextGaussian()).toArray());
        ThresholdReport report = ThresholdReport.of("scores of a file", VerificationAttempts.of(scores), RULE, 1);
        String html = ThresholdPage.of(report).html();
        JsonObject data = new Gson().fromJson(dataText(html), JsonObject.class);
        Arrays.stream(steps(data)).forEach(threshold -> sameCounts(data, report, threshold));
        sameCounts(data, report, report.threshold());
        assertThat(html.length()).as("bytes").isLessThan(400_000);
    }

    private static void sameCounts(JsonObject data, ThresholdReport report, double threshold) {
        JsonObject protocol = data.getAsJsonArray("protocols").get(0).getAsJsonObject();
        assertThat(below(protocol.getAsJsonObject("mated"), threshold)).as("mated below %s", threshold)
                .isEqualTo(report.scores().falseNonMatchRate(threshold).events());
        assertThat(below(protocol.getAsJsonObject("nonMated"), threshold)).as("non-mated below %s", threshold)
                .isEqualTo(report.scores().falseMatchRate(threshold).complement().events());
    }

    private static long below(JsonObject scores, double threshold) {
        double[] values = doubles(scores.get("values"));
        int[] counts = ints(scores.get("counts"));
        return IntStream.range(0, values.length).filter(i -> values[i] < threshold).mapToLong(i -> counts[i]).sum();
    }

    /** As the page's script computes them. */
    private static double[] steps(JsonObject data) {
        double unit = Math.pow(10, data.get("decimals").getAsInt());
        return IntStream.rangeClosed(data.get("from").getAsInt(), data.get("to").getAsInt()).mapToDouble(i -> i / unit)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 1_000})
    void boundsOfFewComparisonsAreExact(int trials) {
        JsonObject scores = PageScores.of(new double[trials], new double[0]);
        assertThat(ints(scores.get("events"))).containsExactly(IntStream.rangeClosed(0, trials).toArray());
        double[] bounds = doubles(scores.get("bounds"));
        for (int k = 0; k <= trials; k++) {
            Interval interval = new Rate(k, trials).interval(0.95);
            assertThat(bounds[k]).isEqualTo(interval.lower(), within(1e-12));
            assertThat(1 - bounds[trials - k]).isEqualTo(interval.upper(), within(1e-12));
        }
    }

    @Test
    void boundsOfManyComparisonsAreRightBetweenThoseThatAreThere() {
        int trials = 45_000;
        JsonObject scores = PageScores.of(new double[trials], new double[0]);
        int[] events = ints(scores.get("events"));
        double[] bounds = doubles(scores.get("bounds"));
        assertThat(events).hasSizeLessThan(1_500);
        for (int k = 1; k < trials; k += 331) {
            int found = Arrays.binarySearch(events, k);
            int at = found >= 0 ? found : -found - 1;
            double share = events[at] == k ? 1 : (double) (k - events[at - 1]) / (events[at] - events[at - 1]);
            double lower = bounds[at - 1] + share * (bounds[at] - bounds[at - 1]);
            double exact = new Rate(k, trials).interval(0.95).lower();
            assertThat(lower).as("%s of %s", k, trials).isEqualTo(exact, within(1e-5 * exact));
        }
    }

    @Test
    void similaritiesAndTemplatesAreThoseOfTheReport() {
        EvaluationFaces faces = faces(5, 3, "ann");
        JsonObject data = data(page(faces));
        double[] similarities = doubles(data.get("similarities"));
        List<EmbeddedFace> all = faces.probes().faces();
        assertThat(similarities).hasSize(all.size() * (all.size() - 1) / 2);
        assertThat(similarities[4 * 3 / 2 + 1])
                .isEqualTo(Cosine.similarity(all.get(4).embedding(), all.get(1).embedding()));
        PairScores pairs = faces.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN);
        assertThat(doubles(data.getAsJsonObject("templates").get("scores")))
                .containsExactlyInAnyOrder(DoubleStream.concat(Arrays.stream(pairs.scores().mated()),
                        Arrays.stream(pairs.scores().nonMated())).toArray());
    }

    @Test
    void probesOfTheirOwnAreTold() {
        List<EmbeddedPhoto> enrolled = photos(seeded(5), 4, 3, "ann");
        List<EmbeddedPhoto> probes = photos(seeded(6), 4, 2, "ann").stream().map(photo -> new EmbeddedPhoto(
                Path.of("later", photo.person(), photo.file().getFileName().toString()), photo.person(),
                photo.status(), photo.detection(), photo.embedding(), "")).toList();
        JsonObject data = data(page(EvaluationFaces.of(enrolled, probes, List.of())));
        assertThat(data.get("apart").getAsBoolean()).isTrue();
        assertThat(strings(data, "faces", "probe").stream().filter("true"::equals)).hasSize(8);
        assertThat(Arrays.stream(doubles(data.getAsJsonObject("templates").get("scores")))
                .filter(Double::isFinite)).hasSize(4 * 8);
    }

    @Test
    void ofManyFacesWholePeopleAreShownAndThePageSaysSo() {
        JsonObject data = data(page(faces(32, 12, "ann")));
        List<String> people = strings(data, "faces", "person");
        assertThat(people).hasSizeBetween(250, PageFaces.MOST);
        assertThat(people.stream().collect(Collectors.groupingBy(person -> person)).values())
                .allMatch(own -> own.size() == PageFaces.MOST_EACH || own.size() == 1);
        assertThat(data.get("sample").getAsString()).contains("show " + people.size() + " of the 386 faces")
                .contains("curves and counts are of all");
        assertThat(data.getAsJsonArray("protocols").get(1).getAsJsonObject().getAsJsonObject("mated")
                .get("values").getAsString().length()).isPositive();
    }

    @Test
    void stepsReachFromBelowTheLowestToAboveTheHighestScore() {
        for (double scale : new double[] {1e-6, 1, 37, 1e9}) {
            VerificationScores scores = VerificationScores.of(new double[] {0.9 * scale, scale},
                    new double[] {-0.3 * scale, 0.95 * scale});
            PageSteps steps = PageSteps.of(List.of(ThresholdReport.of("scores of a file",
                    VerificationAttempts.of(scores), RULE, 1)));
            assertThat(steps.to() - steps.from()).isBetween(400L, 4_100L);
            assertThat(scores.falseMatchRate(steps.threshold(steps.from())).value()).isOne();
            assertThat(scores.falseNonMatchRate(steps.threshold(steps.to())).value()).isOne();
        }
    }

    private static ThresholdPage page(EvaluationFaces faces) {
        return ThresholdPage.of(faces, Fusion.MEAN, RULE, 1);
    }

    private static JsonObject data(ThresholdPage page) {
        return new Gson().fromJson(dataText(page.html()), JsonObject.class);
    }

    private static String dataText(String html) {
        Matcher data = DATA.matcher(html);
        assertThat(data.find()).isTrue();
        return data.group(1);
    }

    private static List<String> strings(JsonObject data, String list, String field) {
        return StreamSupport.stream(data.getAsJsonArray(list).spliterator(), false)
                .map(element -> element.getAsJsonObject().get(field).getAsString()).toList();
    }

    private static double[] doubles(JsonElement packed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed.getAsString()))
                .order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static int[] ints(JsonElement packed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed.getAsString()))
                .order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(values);
        return values;
    }

    private static Random seeded(long seed) {
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    /** People, the first called so, and two strangers. */
    private static EvaluationFaces faces(int people, int photos, String first) {
        Random random = seeded(7);
        return EvaluationFaces.of(photos(random, people, photos, first), List.of(),
                IntStream.range(0, 2).mapToObj(i -> photo(Path.of("/home/somebody/strangers/" + i + ".jpg"), "",
                        values(random))).toList());
    }

    private static List<EmbeddedPhoto> photos(Random random, int people, int photos, String first) {
        List<EmbeddedPhoto> made = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double[] centre = values(random);
            String name = person == 0 ? first : "p" + person;
            for (int photo = 0; photo < photos; photo++) {
                double[] shifted = Arrays.stream(centre).map(value -> value + random.nextGaussian()).toArray();
                String folder = name.replaceAll("[/\0]", "_");
                made.add(photo(Path.of("/home/somebody/photos", folder, "trip", photo + ".jpg"), name, shifted));
            }
        }
        return made;
    }

    private static double[] values(Random random) {
        return random.doubles(32).map(u -> random.nextGaussian()).toArray();
    }

    private static EmbeddedPhoto photo(Path file, String person, double[] values) {
        float[] numbers = new float[values.length];
        IntStream.range(0, numbers.length).forEach(i -> numbers[i] = (float) values[i]);
        return EmbeddedPhoto.of(EmbeddedFace.of(file, person, Embedding.of(numbers)));
    }
}
