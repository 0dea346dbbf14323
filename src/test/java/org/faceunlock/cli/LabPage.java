package org.faceunlock.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A notebook in a tab of the browser. Every wait ends, with words on what was waited for. */
final class LabPage {
    private static final Duration LOADING = Duration.ofMinutes(4);
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final Duration RUNNING = Duration.ofMinutes(10);
    private final ChromeDriver driver;
    private final UnlockCells cells;
    private final String tab;

    private LabPage(ChromeDriver driver) {
        this.driver = driver;
        this.cells = new UnlockCells(driver);
        this.tab = driver.getWindowHandle();
    }

    /** Opens a notebook in the browser's present tab and waits for its kernel. */
    static LabPage open(ChromeDriver driver, URI address) throws InterruptedException {
        LabPage page = new LabPage(driver);
        driver.get(address.toString());
        page.awaitKernel();
        return page;
    }

    /** Opens a notebook whose cells have been run in a second tab. */
    static LabPage openBeside(ChromeDriver driver, URI address) throws InterruptedException {
        driver.switchTo().newWindow(WindowType.TAB);
        LabPage page = open(driver, address);
        page.awaitCells();
        return page;
    }

    /** Loads the page anew. */
    void reload() throws InterruptedException {
        driver.navigate().refresh();
        awaitKernel();
        awaitCells();
    }

    private void awaitKernel() throws InterruptedException {
        await("the notebook", LOADING, () -> !driver.findElements(By.cssSelector(".jp-Notebook .jp-Cell")).isEmpty());
        await("its kernel", LOADING, this::isIdle);
        Thread.sleep(1000); // the page connects to the kernel's widgets, and draws
    }

    private void awaitCells() throws InterruptedException {
        await("the cells to play with", LOADING, cells::areThere);
    }

    /** Whether the page says that the kernel has nothing to do. */
    boolean isIdle() {
        return !driver.findElements(By.cssSelector(".jp-Notebook-ExecutionIndicator[data-status=idle]")).isEmpty();
    }

    void toFront() {
        driver.switchTo().window(tab);
    }

    void close() {
        toFront();
        driver.close();
    }

    /** Runs all cells and waits until the last is done and drawn. */
    void runAll() throws InterruptedException {
        runAll(cells::areThere);
    }

    /** Runs all cells and waits until the last is done and something is drawn. */
    void runAll(BooleanSupplier drawn) throws InterruptedException {
        menu("Run", "Run All Cells");
        await("the first cell to start", STARTING, () -> printed().contains("[*]"));
        await("all cells to end", RUNNING, () -> drawn.getAsBoolean() && !printed().contains("[*]") && isIdle());
    }

    /** Chooses an entry of a menu. */
    void menu(String menu, String entry) throws InterruptedException {
        click("lm-MenuBar-itemLabel", menu);
        click("lm-Menu-itemLabel", entry);
    }

    private void click(String kind, String words) throws InterruptedException {
        By item = By.xpath("//div[contains(@class,'" + kind + "')][.='" + words + "']");
        await(words, STARTING, () -> !driver.findElements(item).isEmpty());
        driver.findElement(item).click();
    }

    void save() throws InterruptedException {
        new Actions(driver).keyDown(Keys.CONTROL).sendKeys("s").keyUp(Keys.CONTROL).perform();
        await("the notebook to be saved", STARTING,
                () -> driver.findElements(By.cssSelector(".jp-mod-current.jp-mod-dirty")).isEmpty());
    }

    /** Everything that stands in the notebook, cells and what they have printed. */
    String printed() {
        return (String) driver.executeScript("return document.querySelector('.jp-Notebook')?.textContent ?? ''");
    }

    /** What the page's scripts hold, rubbish taken out. */
    long heapBytes() {
        driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        return ((Number) driver.executeScript("return performance.memory.usedJSHeapSize")).longValue();
    }

    /** Errors in the browser's console since the last call, of all tabs. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage).toList();
    }

    /** Keeps a picture of the tab with a control's cell in sight. */
    void picture(Path file, String control) throws IOException, InterruptedException {
        driver.executeScript("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", control);
        Thread.sleep(300);
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Waits for something, at most so long. */
    static void await(String what, Duration patience, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            Thread.sleep(100);
        }
    }
}
