package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.ThresholdRule;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.plot.ThresholdPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.print.PrintOptions;

/**
 * The report of 60 rendered photos as {@code thresholds --report} writes it, in a real Chromium: dragged, pointed at,
 * zoomed, printed, with a person whose name would be a program. Pictures are kept in target/report-page.
 */
@Timeout(600)
class ReportPageIT {
    private static final Path FOLDER = Path.of("target", "report-page");
    private static final Path REPORT = FOLDER.resolve("report.html");
    private static final String HOSTILE = "<img src=x onerror=\"document.title='run'\">";
    private static final String WORSE = "</script><script>document.title = 'run'</script>";
    private static final int PEOPLE = 10;
    private static final int PHOTOS = 5;
    private static final int FACES = PEOPLE * PHOTOS + 10;
    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int ACCEPTED = 1;
    private static final int REFUSED = 2;
    private static final int ALL = 3;

    @TempDir
    private static Path photos;

    private static Chromium chromium;
    private static JsonObject json;
    private ReportPage page;

    @BeforeAll
    @Timeout(1800)
    static void write() throws IOException {
        Files.createDirectories(FOLDER);
        chromium = Chromium.start(FOLDER);
        Path faces = photos.resolve("faces");
        Path strangers = photos.resolve("strangers");
        run("people", "render", "--identities", "" + PEOPLE, "--photos", "" + PHOTOS, "--wide", "--size", "240x300",
                "--out", faces.toString());
        Files.move(faces.resolve("person_0001"), faces.resolve(HOSTILE));
        run("people", "render", "--identities", "10", "--photos", "1", "--seed", "9", "--wide", "--size", "240x300",
                "--out", strangers.toString());
        json = new Gson().fromJson(run("thresholds", "--faces", faces.toString(), "--strangers", strangers.toString(),
                "--target-fmr", "0.01", "--json", "--report", REPORT.toString()), JsonObject.class);
    }

    private static String run(String... arguments) throws IOException {
        ProgramRun run = ProgramRun.of(Map.of("FACE_UNLOCK_HOME", photos.resolve("home").toString()), arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        page = ReportPage.open(chromium.driver(), REPORT.toUri());
        page.resize(1280, 1000);
    }

    @Test
    void pageStartsAtTheRecommendedThresholdWithItsCounts() throws IOException {
        JsonObject recommended = json.getAsJsonObject("recommended");
        double threshold = recommended.get("threshold").getAsDouble();
        assertThat(Double.parseDouble(page.text("#facts .big"))).isCloseTo(threshold,
                within(5e-5));
        assertThat(page.text("#verdict")).isEqualTo("the recommended one");
        assertThat(page.text("#facts")).contains(recommended.get("rule").getAsString(), "UNSURE", "60 photos");
        assertThat(page.text("#limits")).contains("2D", "no liveness check");
        sameCounts(json, threshold);
        page.picture(FOLDER.resolve("1-start.png"));
    }

    @Test
    void draggedSliderCountsAsTheProgramDoesInBothProtocols() throws IOException {
        JsonObject single = json.getAsJsonObject("photo_against_photo");
        for (JsonObject protocol : List.of(json, single)) {
            page.find(protocol == json ? "#protocols :first-child" : "#protocols :last-child").click();
            List<Long> accepted = new ArrayList<>();
            for (int pixels : new int[] {-110, -90, 60, 215, -120}) {
                page.drag(pixels);
                sameCounts(protocol, page.threshold());
                accepted.add(page.count(SAME, ACCEPTED) + page.count(DIFFERENT, ACCEPTED));
            }
            assertThat(accepted).doesNotHaveDuplicates();
            page.picture(FOLDER.resolve(protocol == json ? "2-dragged.png" : "2-dragged-photos.png"));
        }
    }

    private void sameCounts(JsonObject protocol, double threshold) {
        long mated = protocol.get("mated").getAsLong();
        long nonMated = protocol.get("non_mated").getAsLong();
        assertThat(page.count(SAME, ALL)).isEqualTo(mated);
        assertThat(page.count(DIFFERENT, ALL)).isEqualTo(nonMated);
        assertThat(page.count(SAME, REFUSED)).as("refused at %s", threshold)
                .isEqualTo(Math.round(rate(protocol, threshold, "fnmr") * mated));
        assertThat(page.count(DIFFERENT, ACCEPTED)).as("accepted at %s", threshold)
                .isEqualTo(Math.round(rate(protocol, threshold, "fmr") * nonMated));
        assertThat(page.count(SAME, ACCEPTED)).isEqualTo(mated - page.count(SAME, REFUSED));
    }

    /** Of the program's JSON: the error at the lowest score that the threshold accepts. */
    private static double rate(JsonObject protocol, double threshold, String name) {
        JsonObject last = new JsonObject();
        for (JsonElement point : protocol.getAsJsonArray("points")) {
            last = point.getAsJsonObject();
            if (last.get("threshold").getAsDouble() >= threshold) {
                break;
            }
        }
        return last.get(name).getAsDouble();
    }

    @Test
    void wrongPairsAreThoseThatAreCountedAndShownLargeWhenPointedAt() throws IOException {
        page.moved(0.55);
        assertThat(page.text("#matches-title")).startsWith(page.count(DIFFERENT, ACCEPTED) + " of different people");
        WebElement worst = page.find("#false-matches .pair");
        page.pointAt(worst, 0.5, 0.5);
        assertThat(page.facesOnCard()).isEqualTo(2);
        assertThat(page.text("#card")).contains(worst.findElement(By.tagName("b")).getText(), "accepted, wrongly");
        page.picture(FOLDER.resolve("3-wrong-pairs.png"));
    }

    @Test
    void cellOfTheHeatmapShowsBothFacesToPointerAndKeys() throws IOException {
        WebElement heatmap = page.find("#heatmap");
        page.pointAt(heatmap, 7.5 / FACES, 2.5 / FACES);
        assertThat(page.facesOnCard()).isEqualTo(2);
        assertThat(page.text("#card")).contains(HOSTILE, "person_0001_3.jpg", "person_0002_3.jpg", "different people")
                .containsPattern("\u2212?0\\.\\d{4}");
        page.picture(FOLDER.resolve("4-heatmap.png"));
        page.pointAt(page.find("h1"), 0, 0);
        assertThat(page.facesOnCard()).isZero();
        heatmap.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(page.facesOnCard()).isEqualTo(2);
        assertThat(page.text("#card")).contains("person_0001_1.jpg", "person_0001_2.jpg", "the same person");
        heatmap.sendKeys(Keys.ESCAPE);
        assertThat(page.facesOnCard()).isZero();
    }

    @Test
    void faceOnTheMapIsShownBesideTheOneMostLikeItOrTheOneChosen() throws IOException {
        WebElement first = page.find("#map [data-face='0']");
        page.pointAt(first, 0.1, 0.1);
        assertThat(page.facesOnCard()).isEqualTo(2);
        assertThat(page.text("#card")).contains("the same person");
        page.picture(FOLDER.resolve("5-map.png"));
        first.sendKeys(Keys.ENTER);
        page.find("#map [data-face='7']").sendKeys(Keys.TAB);
        assertThat(page.text("#card")).contains(HOSTILE, "different people");
    }

    @Test
    void mapIsZoomedByButtonsAndWheelAndDragged() throws IOException {
        double before = page.distance(0, 20);
        page.click("#nearer");
        assertThat(page.distance(0, 20)).isCloseTo(1.5 * before, within(1.0));
        WebElement map = page.find("#map");
        chromium.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", map);
        new Actions(chromium.driver()).scrollFromOrigin(
                WheelInput.ScrollOrigin.fromElement(map), 0, -200).perform();
        double wheeled = page.distance(0, 20);
        assertThat(wheeled).isGreaterThan(1.6 * before);
        int left = page.find("#map [data-face='0']").getRect().x;
        new Actions(chromium.driver()).moveToElement(map, 400, -200).clickAndHold().moveByOffset(-60, 10)
                .moveByOffset(-40, 10).release().perform();
        assertThat(page.find("#map [data-face='0']").getRect().x - left).isBetween(-101, -99);
        page.picture(FOLDER.resolve("6-map-nearer.png"));
        page.click("#whole");
        assertThat(page.distance(0, 20)).isCloseTo(before, within(0.5));
    }

    @Test
    void namesThatWouldBeProgramsAreShownAndNotRun() throws IOException, InterruptedException {
        assertThat(page.text("#names")).contains(HOSTILE.substring(0, 8));
        assertThat(chromium.driver().getTitle()).isEqualTo("Which threshold?");
        assertThat(chromium.driver().executeScript("return document.querySelectorAll('img[src=x]').length"))
                .isEqualTo(0L);
        Path file = FOLDER.resolve("hostile.html");
        synthetic(4, 3, WORSE).save(file);
        ReportPage hostile = ReportPage.open(chromium.driver(), file.toUri());
        hostile.pointAt(hostile.find("#heatmap"), 0.05, 0.15);
        assertThat(hostile.text("#card")).contains(WORSE);
        assertThat(chromium.driver().getTitle()).isEqualTo("Which threshold?");
        assertThat(hostile.complaints()).isEmpty();
    }

    @Test
    void sixtyPhotosTakeLessThanThreeMegabytesAndMoveWithin150Milliseconds() throws IOException {
        System.out.printf("report page: %d KB of %d photos%n", Files.size(REPORT) / 1000, FACES);
        assertThat(Files.size(REPORT)).isLessThan(3_000_000);
        assertThat(median(page, FACES)).isLessThan(150);
    }

    @Test
    void threeHundredPhotosMoveWithin500Milliseconds() throws IOException, InterruptedException {
        Path file = FOLDER.resolve("300.html");
        synthetic(60, 5, "p").save(file);
        System.out.printf("report page: %d KB of 300 photos%n", Files.size(file) / 1000);
        ReportPage many = ReportPage.open(chromium.driver(), file.toUri());
        assertThat(median(many, 300)).isLessThan(500);
        many.picture(FOLDER.resolve("7-300-faces.png"));
        assertThat(many.complaints()).isEmpty();
    }

    private static double median(ReportPage page, int photos) {
        double[] millis = IntStream.range(0, 31).mapToDouble(i -> page.moved(0.3 + 0.6 * (i * 7 % 31) / 31)).sorted()
                .toArray();
        System.out.printf("report page: %.0f ms until a moved slider is drawn for %d photos (median; longest %.0f)%n",
                millis[15], photos, millis[30]);
        return millis[15];
    }

    @Test
    void narrowWindowHasNoSidewaysScroll() throws IOException, InterruptedException {
        page.resize(500, 1000); // headless Chromium takes none below that
        assertThat(page.overhang()).isZero();
        page.picture(FOLDER.resolve("8-narrow.png"));
        page.pointAt(page.find("#heatmap"), 0.9, 0.1);
        assertThat(page.facesOnCard()).isEqualTo(2);
        page.picture(FOLDER.resolve("8-narrow-heatmap.png"));
    }

    @Test
    void printedPageIsShort() throws IOException {
        byte[] pdf = Base64.getDecoder().decode(chromium.driver().print(new PrintOptions()).getContent());
        Files.write(FOLDER.resolve("printed.pdf"), pdf);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b").length - 1)
                .as("pages").isBetween(2, 4);
    }

    @Test
    void scoresOfAFileShowTheCurvesAlone() throws IOException, InterruptedException {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("mated,score\n");
        IntStream.range(0, 3_000).forEach(i -> csv.append(i % 10 == 0 ? 1 : 0).append(',')
                .append(random.nextGaussian() + (i % 10 == 0 ? 2 : 0)).append('\n'));
        Path scores = Files.writeString(FOLDER.resolve("scores.csv"), csv);
        Path file = FOLDER.resolve("scores.html");
        JsonObject told = new Gson().fromJson(run("thresholds", "--scores", scores.toString(), "--json", "--report",
                file.toString()), JsonObject.class);
        page = ReportPage.open(chromium.driver(), file.toUri());
        page.drag(-150);
        sameCounts(told, page.threshold());
        assertThat(page.findAll(".faces")).isNotEmpty().noneMatch(WebElement::isDisplayed);
        assertThat(page.find("#det").isDisplayed()).isTrue();
        page.picture(FOLDER.resolve("9-scores.png"));
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void shownByANotebookThePagePlaysWithinAFrameOfItsOwn() throws IOException, InterruptedException {
        Path file = Files.writeString(FOLDER.resolve("notebook.html"), "<!DOCTYPE html><meta charset=\"utf-8\">"
                + Notebook.render(synthetic(6, 4, "p")).asHtml());
        chromium.driver().get(file.toUri().toString());
        chromium.driver().switchTo().frame(0);
        ReportPage framed = ReportPage.shown(chromium.driver());
        String before = framed.text("#counts");
        framed.moved(0.4);
        assertThat(framed.text("#counts")).isNotEqualTo(before);
        chromium.driver().switchTo().defaultContent();
        framed.picture(FOLDER.resolve("10-notebook.png"));
        assertThat(framed.complaints()).isEmpty();
    }

    @Test
    void consoleHasNoErrorsAndNothingIsAskedFor() {
        page.moved(0.5);
        page.pointAt(page.find("#heatmap"), 0.5, 0.2);
        assertThat(page.complaints()).isEmpty();
        assertThat(chromium.driver().executeScript("return performance.getEntriesByType('resource')"
                + ".map(entry => entry.name).filter(name => !name.startsWith('data:')).length")).isEqualTo(0L);
        assertThat(URI.create(chromium.driver().getCurrentUrl()).getScheme()).isEqualTo("file");
    }

    /** People as random directions with rendered pictures, the first called so. */
    private static ThresholdPage synthetic(int people, int photos, String first) {
        Random random = new Random(5);
        List<RgbImage> pictures = IntStream.range(0, 30).mapToObj(i ->
                FaceRenderer.portrait(Identity.of(i), i, 160, 160, Limits.PORTRAIT).image()).toList();
        List<EmbeddedFace> faces = new ArrayList<>();
        List<PhotoResult> rows = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double[] centre = random.doubles(32).map(u -> random.nextGaussian()).toArray();
            for (int photo = 0; photo < photos; photo++) {
                float[] values = new float[centre.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (centre[i] + 0.8 * random.nextGaussian());
                }
                Path file = Path.of("p" + person, photo + ".jpg");
                faces.add(EmbeddedFace.of(file, person == 0 ? first : "p" + person, Embedding.of(values)));
                rows.add(row(file, pictures.get((person * 7 + photo) % pictures.size())));
            }
        }
        return ThresholdPage.of(EvaluationFaces.of(Embeddings.of(faces), Embeddings.of(List.of())), Fusion.MEAN,
                ThresholdRule.targetFmr(0.01), 1).withPhotos(FaceSet.of(rows)).withNetworks("rendered");
    }

    private static PhotoResult row(Path file, RgbImage picture) {
        Point point = new Point(1, 1);
        Detection face = new Detection(new Box(0, 0, 160, 160), 1, new Landmarks(point, point, point, point, point));
        return new PhotoResult(file, "", 160, 160, FaceOutcome.face(List.of(face), face, picture));
    }
}
