package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The article's notebook in a real JupyterLab and a real Chromium, played with as a reader does; pictures of it are
 * kept in target/notebook-page. The steps build on one another.
 */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class NotebookPageIT {
    private static final Path FOLDER = Path.of("target", "notebook-page");
    private static final Path NOTEBOOK = Path.of("notebooks", "face_unlock.ipynb");
    private static final String PHOTO = ".widget-dropdown";
    private static final String UPLOAD = ".widget-upload";
    private static final Duration IN_STEP = Duration.ofMinutes(1);

    private static Chromium chromium;
    private static LabServer server;
    private static LabPage page;
    private static UnlockCells cells;

    @BeforeAll
    @Timeout(1800)
    static void openAndRunAll() throws IOException, InterruptedException {
        Path served = ServedCopy.in(FOLDER);
        chromium = Chromium.start(FOLDER);
        cells = new UnlockCells(chromium.driver());
        server = LabServer.on(served, FOLDER.resolve("lab.log"));
        page = LabPage.open(chromium.driver(), server.page("one", NOTEBOOK));
        page.runAll();
        page.picture(FOLDER.resolve("1-run-all.png"), PHOTO);
    }

    @AfterAll
    static void end() {
        try {
            if (chromium != null) {
                chromium.close();
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    @Order(1)
    void everyPhotoChosenShowsItsOwnDecisionAndPictures() throws IOException, InterruptedException {
        List<String> photos = new ArrayList<>(cells.photos());
        assertThat(photos).hasSizeGreaterThan(3);
        assertThat(cells.chosen()).isEqualTo("look_alike.jpg");
        Collections.rotate(photos, -photos.indexOf(cells.chosen()));
        Set<String> pictures = new HashSet<>();
        Set<String> texts = new HashSet<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 1; i <= photos.size(); i++) {
            String photo = photos.get(i % photos.size()); // the first was there from the start
            millis.add(cells.choose(photo));
            ShownDecision shown = cells.decision();
            assertThat(cells.chosen()).isEqualTo(photo);
            assertThat(shown.text()).contains(photo);
            assertThat(shown.unlocked()).as(shown.text())
                    .isEqualTo(shown.similarity().orElse(-2) * 100 >= cells.threshold());
            shown.similarity().ifPresent(similarity -> assertThat(page.printed())
                    .contains(String.format(Locale.ROOT, "%s: similarity %.3f is", photo, similarity)));
            pictures.add(shown.picture(photo));
            texts.add(shown.text());
            page.picture(FOLDER.resolve("2-" + photo + ".png"), PHOTO);
        }
        assertThat(pictures).hasSameSizeAs(photos);
        assertThat(texts).hasSameSizeAs(photos);
        for (int round = 0; round < 2; round++) {
            photos.stream().skip(1).map(cells::choose).forEach(millis::add);
            millis.add(cells.choose(photos.get(0)));
        }
        System.out.printf("notebook page: decision %.0f ms after choosing a photo for the first time, %.0f ms after"
                + " choosing it again (medians)%n", median(millis.subList(0, photos.size())),
                median(millis.subList(photos.size(), millis.size())));
    }

    @Test
    @Order(2)
    void theSliderTurnsTheLockOverTheSimilarityBothWays() throws IOException, InterruptedException {
        double similarity = choosePhotoThatTheSliderCanPass();
        int above = (int) Math.ceil((similarity + 0.001) * 100);
        int below = (int) Math.floor((similarity - 0.001) * 100);
        String photo = cells.decision().picture(cells.chosen());
        cells.moveTo(above);
        assertThat(cells.decision().unlocked()).as(cells.decision().text()).isFalse();
        assertThat(cells.decision().text()).contains("below the threshold");
        String shut = cells.decision().picture(cells.chosen());
        page.picture(FOLDER.resolve("3-threshold-above.png"), PHOTO);
        cells.moveTo(below);
        assertThat(cells.decision().unlocked()).as(cells.decision().text()).isTrue();
        assertThat(cells.decision().text()).contains("above the threshold");
        String open = cells.decision().picture(cells.chosen());
        page.picture(FOLDER.resolve("3-threshold-below.png"), PHOTO);
        cells.moveTo(above);
        assertThat(cells.decision().unlocked()).isFalse();
        assertThat(cells.decision().similarity()).hasValue(similarity);
        assertThat(open).as("the box changes its colour with the outcome").isNotEqualTo(shut);
        assertThat(photo).isIn(open, shut);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            millis.add(cells.step(i / 5 % 2 == 1));
        }
        System.out.printf("notebook page: decision %.0f ms after a move of the slider (median)%n", median(millis));
    }

    @Test
    @Order(3)
    void anUploadedPhotoOfTheEnrolledPersonOpensTheLock() throws IOException, InterruptedException {
        assertThat(cells.uploaded().text()).contains("Nothing uploaded yet");
        cells.upload(Path.of("faces", "me", "me_2.jpg"));
        page.picture(FOLDER.resolve("4-upload.png"), UPLOAD);
        ShownDecision shown = cells.uploaded();
        assertThat(shown.unlocked()).as(shown.text()).isTrue();
        assertThat(shown.similarity()).isPresent();
        assertThat(shown.picture("crop")).contains("data:image/");
        assertThat(shown.picture("me_2.jpg")).as("the photo itself").contains("data:image/");
        assertThat(shown.text()).contains("me_2.jpg");
        cells.upload(Path.of("faces_test", "no_face.jpg"));
        assertThat(cells.uploaded().unlocked()).as(cells.uploaded().text()).isFalse();
        page.picture(FOLDER.resolve("4-upload-without-a-face.png"), UPLOAD);
    }

    @Test
    @Order(4)
    void twoTabsStayInStep() throws IOException, InterruptedException {
        List<String> photos = cells.photos();
        String first = other(photos, cells.chosen());
        cells.choose(first);
        ShownDecision before = cells.decision();
        page.save(); // the second tab finds the cells' results in the file, and their widgets at the kernel
        LabPage second = LabPage.openBeside(chromium.driver(), server.page("two", NOTEBOOK));
        assertThat(cells.chosen()).isEqualTo(first);
        LabPage.await("the second tab's decision", IN_STEP, () -> cells.decision().equals(before));
        cells.choose(other(photos, cells.chosen()));
        ShownDecision after = cells.decision();
        String chosen = cells.chosen();
        int threshold = cells.threshold();
        second.picture(FOLDER.resolve("5-second-tab.png"), PHOTO);
        page.toFront();
        LabPage.await("the first tab to follow", IN_STEP, () -> cells.decision().equals(after));
        assertThat(cells.chosen()).isEqualTo(chosen);
        assertThat(cells.threshold()).isEqualTo(threshold);
        page.picture(FOLDER.resolve("5-first-tab.png"), PHOTO);
        second.close();
        page.toFront();
    }

    @Test
    @Order(5)
    void aReloadedPageShowsTheSameAndGoesOn() throws IOException, InterruptedException {
        String chosen = cells.chosen();
        int threshold = cells.threshold();
        ShownDecision before = cells.decision();
        page.save();
        page.reload();
        LabPage.await("the decision after the reload", IN_STEP, () -> cells.decision().equals(before));
        assertThat(cells.chosen()).isEqualTo(chosen);
        assertThat(cells.threshold()).isEqualTo(threshold);
        String next = other(cells.photos(), chosen);
        cells.choose(next);
        assertThat(cells.decision().text()).contains(next);
        cells.upload(Path.of("faces", "me", "me_1.jpg"));
        assertThat(cells.uploaded().unlocked()).isTrue();
        page.picture(FOLDER.resolve("6-after-reload.png"), PHOTO);
    }

    @Test
    @Order(6)
    void whatHostileUploadsSayIsReadAndNotRun() throws IOException, InterruptedException {
        for (HostileUploads.Upload upload : HostileUploads.in(Files.createDirectories(FOLDER.resolve("uploads")))) {
            cells.upload(upload.file());
            ShownDecision shown = cells.uploaded();
            assertThat(shown.text()).as(upload.file().toString()).contains(upload.file().getFileName().toString());
            assertThat(shown.unlocked()).as(shown.text()).isEqualTo(upload.opens());
        }
        page.picture(FOLDER.resolve("7-hostile-upload.png"), UPLOAD);
        assertThat(chromium.driver().executeScript("return [document.title, typeof window.planted]").toString())
                .doesNotContain("planted").endsWith("undefined]");
    }

    /** As many as {@code -Dpage.reloads} and {@code -Dpage.uploads} say. */
    @Test
    @Order(7)
    @Timeout(3600)
    void reloadsAndUploadsDoNotPileUpInMemory() throws IOException, InterruptedException {
        int reloads = Integer.getInteger("page.reloads", 3);
        int uploads = Integer.getInteger("page.uploads", 10);
        List<Path> photos = List.of(Path.of("faces", "me", "me_1.jpg"), Path.of("faces", "me", "me_2.jpg"));
        long pageBefore = 0;
        long kernelBefore = 0;
        for (int i = 0; i < reloads + uploads; i++) {
            if (i == 5) { // caches are full by now
                pageBefore = page.heapBytes();
                kernelBefore = server.kernelBytes();
            }
            if (i * reloads / (reloads + uploads) != (i + 1) * reloads / (reloads + uploads)) {
                page.save();
                page.reload();
            } else {
                cells.upload(photos.get(cells.uploaded().text().contains("me_1.jpg") ? 1 : 0));
                assertThat(cells.uploaded().unlocked()).as(cells.uploaded().text()).isTrue();
            }
        }
        long pageAfter = page.heapBytes();
        long kernelAfter = server.kernelBytes();
        System.out.printf("notebook page: after %d reloads and %d uploads the page holds %d MB (%+d), the kernel %d MB"
                + " (%+d)%n", reloads, uploads, pageAfter >> 20, pageAfter - pageBefore >> 20, kernelAfter >> 20,
                kernelAfter - kernelBefore >> 20);
        assertThat(pageAfter - pageBefore).as("bytes more in the page").isLessThan(50 << 20);
        assertThat(kernelAfter - kernelBefore).as("bytes more in the kernel").isLessThan(200 << 20);
    }

    @Test
    @Order(8)
    void theBrowsersConsoleHasNoErrors() {
        assertThat(page.errors()).isEmpty();
    }

    @Test
    @Order(9)
    void furtherKernelsStart() {
        List<Double> seconds = Stream.generate(() -> KernelStart.seconds(chromium.driver(), server.token())).limit(3)
                .toList();
        System.out.printf("notebook page: a kernel answers %.1f s after it was asked for (median)%n", median(seconds));
        assertThat(seconds).allMatch(value -> value > 0);
    }

    /** Chooses a photo whose similarity lies between the slider's ends; returns it. */
    private static double choosePhotoThatTheSliderCanPass() {
        for (String photo : cells.photos()) {
            if (!cells.chosen().equals(photo)) {
                cells.choose(photo);
            }
            double similarity = cells.decision().similarity().orElse(2);
            if (similarity > -0.19 && similarity <= 0.998) {
                return similarity;
            }
        }
        throw new AssertionError("expected a photo with a similarity that the slider can pass, found none");
    }

    private static String other(List<String> photos, String than) {
        return photos.get((photos.indexOf(than) + 1) % photos.size());
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
