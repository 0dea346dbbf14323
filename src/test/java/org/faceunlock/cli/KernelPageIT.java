package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/**
 * The kernel in a real JupyterLab and a real Chromium, treated roughly: interrupts, errors, floods, restarts. Pictures
 * are kept in target/kernel-page. The steps build on one another.
 */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class KernelPageIT {
    private static final Path FOLDER = Path.of("target", "kernel-page");
    private static final Path NOTEBOOK = Path.of("notebooks", "rough.ipynb");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int LINES = 20_000;
    private static final List<String> CELLS = List.of(
            "var upper = 5;",
            "var twice = 2 * upper;",
            "\"twice is \" + twice",
            "var busy = new IntSlider(\"busy\", 0, 9, 1, 1); busy.observe(value -> { while (true) { } }); busy",
            "var broken = new IntSlider(\"broken\", 0, 9, 1, 1);\n"
                    + "broken.observe(value -> { throw new IllegalStateException(\"planted \" + value); });\nbroken",
            "for (int i = 1; i <= " + LINES + "; i++) System.out.println(\"line \" + i);",
            "\"the end\"");
    private static final int UPPER = 0;
    private static final int BELOW = 2;
    private static final int LAST = CELLS.size() - 1;

    private static Chromium chromium;
    private static LabServer server;
    private static ChromeDriver driver;
    private static LabPage page;

    @BeforeAll
    @Timeout(1800)
    static void openAndRunAll() throws IOException, InterruptedException {
        Path served = ServedCopy.in(FOLDER);
        Files.writeString(served.resolve(NOTEBOOK), new Gson().toJson(notebook()));
        chromium = Chromium.start(FOLDER);
        driver = chromium.driver();
        server = LabServer.on(served, FOLDER.resolve("lab.log"));
        page = LabPage.open(driver, server.page("rough", NOTEBOOK));
        runAll();
    }

    private static Map<String, Object> notebook() {
        List<Map<String, Object>> cells = CELLS.stream().map(code -> Map.of("cell_type", "code", "id",
                "cell" + CELLS.indexOf(code), "metadata", Map.of(), "source", code, "outputs", List.of())).toList();
        return Map.of("cells", cells, "metadata", Map.of("kernelspec", Map.of("name", "java", "display_name", "Java",
                "language", "java")), "nbformat", 4, "nbformat_minor", 5);
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

    private static void runAll() throws InterruptedException {
        String before = prompt(LAST);
        page.menu("Run", "Run All Cells");
        LabPage.await("all cells to end", Duration.ofMinutes(2), () -> page.isIdle() && !page.printed().contains("[*]")
                && !prompt(LAST).equals(before) && output(LAST).contains("the end"));
    }

    /** The number in brackets beside a cell. */
    private static String prompt(int cell) {
        return driver.findElements(By.cssSelector(".jp-Notebook .jp-CodeCell .jp-InputPrompt")).get(cell).getText();
    }

    /** What stands below a cell. */
    private static String output(int cell) {
        return (String) driver.executeScript("return document.querySelectorAll('.jp-Notebook"
                + " .jp-CodeCell')[arguments[0]]?.querySelector('.jp-Cell-outputWrapper')?.innerText ?? ''", cell);
    }

    private static void runCell(int cell) {
        WebElement code = driver.findElements(By.cssSelector(".jp-Notebook .jp-CodeCell .jp-Cell-inputArea")).get(cell);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", code);
        code.findElement(By.cssSelector(".cm-content")).click();
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.ENTER).keyUp(Keys.SHIFT).perform();
    }

    /** Moves the slider that is described so by one step. */
    private static void step(String described) {
        driver.executeScript("""
                [...document.querySelectorAll('.widget-slider')].find(e => e.innerText.includes(arguments[0]))
                    .querySelector('.noUi-handle').dispatchEvent(new KeyboardEvent('keydown',
                        {key: 'ArrowRight', bubbles: true}));
                """, described);
    }

    private static void picture(String name) throws IOException, InterruptedException {
        page.picture(FOLDER.resolve(name + ".png"), ".widget-slider");
    }

    @Test
    @Order(1)
    void aFloodOfLinesArrivesWholeAndTheCellEnds() {
        assertThat(output(LAST - 1)).contains("line 1\n", "line " + LINES).doesNotContain("rate exceeded");
    }

    @Test
    @Order(2)
    void anErrorInACallbackIsShownBelowItsWidget() throws IOException, InterruptedException {
        step("broken");
        LabPage.await("the error", SOON, () -> output(4).contains("planted 2"));
        picture("1-error-in-a-callback");
    }

    @Test
    @Order(3)
    void theInterruptEndsACallbackAndTheNextCellRuns() throws IOException, InterruptedException {
        step("busy");
        LabPage.await("the callback to run", SOON, () -> !page.isIdle());
        page.menu("Kernel", "Interrupt Kernel");
        LabPage.await("the kernel to be idle", SOON, page::isIdle);
        picture("2-interrupted-callback");
        runCell(BELOW);
        LabPage.await("the next cell", SOON, () -> page.isIdle() && output(BELOW).contains("twice is 10"));
    }

    @Test
    @Order(4)
    void anUpperCellRunAgainLeavesWhatIsBelowItAsItWas() throws InterruptedException {
        runCell(UPPER);
        runCell(BELOW);
        LabPage.await("the lower cell", SOON, () -> page.isIdle() && output(BELOW).contains("twice is 10"));
    }

    @Test
    @Order(5)
    void allCellsRunASecondTime() throws InterruptedException {
        runAll();
        assertThat(output(BELOW)).contains("twice is 10");
    }

    @Test
    @Order(6)
    void aRestartTellsThatTheWidgetsAreDeadAndRunningTheCellsRevivesThem() throws IOException, InterruptedException {
        page.menu("Kernel", "Restart Kernel\u2026");
        LabPage.await("the question", SOON, () -> !driver.findElements(By.cssSelector(".jp-mod-accept")).isEmpty());
        driver.findElement(By.cssSelector(".jp-mod-accept")).click();
        LabPage.await("the page to say so", SOON, () -> Boolean.TRUE.equals(driver.executeScript("""
                return [...document.querySelectorAll('.jupyter-widgets-disconnected')].filter(dead =>
                    getComputedStyle(dead, '::before').content.includes('run its cell again')).length === 2;
                """)));
        picture("3-restarted");
        runAll();
        step("broken");
        LabPage.await("the error", SOON, () -> output(4).contains("planted 2"));
        picture("4-revived");
    }

    @Test
    @Order(7)
    void theBrowsersConsoleHasNoErrors() {
        assertThat(page.errors()).isEmpty();
    }
}
