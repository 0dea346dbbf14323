package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;

/**
 * What becomes of widgets that were played with in a real JupyterLab and saved: the file, its export, and the page
 * after the kernel was restarted. Pictures are kept in target/saved-widgets.
 */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class SavedWidgetsIT {
    private static final Path FOLDER = Path.of("target", "saved-widgets");
    private static final Path NOTEBOOK = Path.of("notebooks", "face_unlock.ipynb");
    private static final String PHOTO = ".widget-dropdown";
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    private static Path served;
    private static Chromium chromium;
    private static LabServer server;
    private static LabPage page;
    private static UnlockCells cells;
    private static ShownDecision decision;
    private static String chosen;
    private static String said;
    private static int threshold;

    @BeforeAll
    @Timeout(1800)
    static void playAndSave() throws IOException, InterruptedException {
        served = Files.move(ServedCopy.in(FOLDER), FOLDER.resolve("it's #1 of 100%!")); // hard on addresses
        chromium = Chromium.start(FOLDER);
        cells = new UnlockCells(chromium.driver());
        server = LabServer.on(served, FOLDER.resolve("lab.log"));
        page = LabPage.open(chromium.driver(), server.page("one", NOTEBOOK));
        said = Files.readString(FOLDER.resolve("lab.log")).strip();
        page.runAll();
        cells.choose("stranger.jpg");
        cells.step(true);
        decision = cells.decision();
        chosen = cells.chosen();
        threshold = cells.threshold();
        page.save();
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
    @Order(0)
    void theAddressIsTheLastThingThatTheServerSays() {
        assertThat(said.lines().reduce((former, last) -> last).orElseThrow().strip())
                .matches("http://127\\.0\\.0\\.1:\\d+/lab/tree/notebooks/face_unlock\\.ipynb\\?token=\\w+");
    }

    @Test
    @Order(1)
    void theFileShowsBesideTheWidgetWhatItShowedLast() throws IOException {
        assertThat(snapshot()).contains("photo: <b>stranger.jpg</b>", "threshold: <b>" + threshold / 100.0 + "</b>",
                "<img alt=\"stranger.jpg\"").doesNotContain("group.jpg");
    }

    @Test
    @Order(2)
    void theExportShowsItWithoutANetwork() throws IOException, InterruptedException {
        String html = server.answer("/nbconvert/html/notebooks/face_unlock.ipynb?download=false");
        assertThat(html).contains("<b>stranger.jpg</b>", "Nothing uploaded yet.").doesNotContain(VIEW);
        Path exported = Files.writeString(FOLDER.resolve("exported.html"), html);
        chromium.driver().switchTo().newWindow(WindowType.TAB);
        chromium.driver().get(exported.toAbsolutePath().toUri().toString());
        assertThat(chromium.driver().executeScript("""
                const img = document.querySelector('img[alt="stranger.jpg"]');
                img.scrollIntoView({block: 'center'});
                return img.checkVisibility() && img.naturalWidth > 100;
                """)).isEqualTo(true);
        Files.write(FOLDER.resolve("1-exported.png"), chromium.driver()
                .getScreenshotAs(OutputType.BYTES));
        chromium.driver().close();
        page.toFront();
    }

    @Test
    @Order(3)
    void thePageShowsItAfterARestartOfTheKernelAndAReload() throws IOException, InterruptedException {
        JsonArray kernels = new Gson().fromJson(server.answer("/api/kernels"), JsonArray.class);
        assertThat(kernels).hasSize(1);
        server.answer("/api/kernels/" + kernels.get(0).getAsJsonObject().get("id").getAsString() + "/restart", "");
        page.reload();
        page.picture(FOLDER.resolve("2-after-restart.png"), PHOTO);
        assertThat(cells.chosen()).isEqualTo(chosen);
        assertThat(cells.threshold()).isEqualTo(threshold);
        assertThat(cells.decision()).isEqualTo(decision);
    }

    /** The HTML beside the drop-down in the saved file. */
    private static String snapshot() throws IOException {
        for (JsonObject cell : NotebookCells.code(served.resolve(NOTEBOOK))) {
            for (JsonElement output : cell.getAsJsonArray("outputs")) {
                JsonObject data = output.getAsJsonObject().getAsJsonObject("data");
                if (data != null && data.has(VIEW)) {
                    return NotebookCells.joined(data.get("text/html"));
                }
            }
        }
        throw new AssertionError("no widget in the saved file");
    }
}
