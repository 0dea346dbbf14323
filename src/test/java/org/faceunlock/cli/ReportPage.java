package org.faceunlock.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page that {@code thresholds --report} writes, in a browser, as a reader plays with it. */
final class ReportPage {
    private static final Duration DRAWING = Duration.ofMinutes(1);
    private static final String AFTER_DRAWING = """
            const done = arguments[arguments.length - 1];
            const shown = () => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(
                performance.now() - start); channel.port2.postMessage(0); };
            const start = performance.now();
            """;
    private final ChromeDriver driver;

    private ReportPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens it and waits until it is drawn. */
    static ReportPage open(ChromeDriver driver, URI address) throws InterruptedException {
        driver.get(address.toString());
        return shown(driver);
    }

    /** The page in the driver's present window or frame, once it is drawn. */
    static ReportPage shown(ChromeDriver driver) throws InterruptedException {
        LabPage.await("the page to be drawn", DRAWING,
                () -> !driver.findElements(By.cssSelector("body[data-ready]")).isEmpty());
        return new ReportPage(driver);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    /** Drags the slider's thumb by so many pixels. */
    void drag(int pixels) {
        WebElement slider = find("#threshold");
        Rectangle place = slider.getRect();
        double share = ((Number) driver.executeScript("const s = arguments[0]; return (s.value - s.min)"
                + " / (s.max - s.min)", slider)).doubleValue();
        int thumb = (int) Math.round((share - 0.5) * (place.width - 20));
        new Actions(driver).moveToElement(slider, thumb, 0).clickAndHold().moveByOffset(pixels / 2, 0)
                .moveByOffset(pixels - pixels / 2, 0).release().perform();
        afterDrawing();
    }

    private void afterDrawing() {
        driver.executeAsyncScript(AFTER_DRAWING + "requestAnimationFrame(shown);");
    }

    /** Moves the slider to a share of its way; how many milliseconds it takes until that is drawn. */
    double moved(double share) {
        return ((Number) driver.executeAsyncScript(AFTER_DRAWING + """
                const slider = document.getElementById('threshold');
                slider.value = +slider.min + arguments[0] * (slider.max - slider.min);
                slider.dispatchEvent(new Event('input'));
                requestAnimationFrame(shown);
                """, share)).doubleValue();
    }

    double threshold() {
        return Double.parseDouble(find("#typed").getDomProperty("value"));
    }

    /** A cell of the table of counts, counted from 0, as a number. */
    long count(int row, int column) {
        return Long.parseLong(text("#counts tbody tr:nth-child(%s) > :nth-child(%s)".formatted(row + 1, column + 1)));
    }

    /** Points at a place of an element, a share of its width and height from its upper left corner. */
    void pointAt(WebElement element, double across, double down) {
        List<?> place = (List<?>) driver.executeScript("""
                const [element, across, down] = arguments;
                const point = () => {
                    const place = element.getBoundingClientRect();
                    return [place.left + across * place.width, place.top + down * place.height];
                };
                scrollBy(0, point()[1] - innerHeight / 2); // to where the slider does not cover it
                return point();
                """, element, across, down);
        new Actions(driver).moveToLocation(number(place.get(0)), number(place.get(1))).perform();
        afterDrawing();
    }

    private static int number(Object value) {
        return (int) Math.round(((Number) value).doubleValue());
    }

    /** Clicks where the slider, which stays in sight, does not cover it. */
    void click(String selector) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", find(selector));
        find(selector).click();
    }

    /** How many faces the card shows large, as far as their pictures are there. */
    int facesOnCard() {
        return find("#card").isDisplayed() ? ((Number) driver.executeScript("return [...document.querySelectorAll("
                + "'#card img')].filter(img => img.naturalWidth >= 100 && img.width >= 120).length")).intValue() : 0;
    }

    /** The distance of two faces of the map, in pixels. */
    double distance(int one, int other) {
        return ((Number) driver.executeScript("""
                const at = face => document.querySelector(`#map [data-face="${face}"]`).getBoundingClientRect();
                const [a, b] = [at(arguments[0]), at(arguments[1])];
                return Math.hypot(a.left - b.left, a.top - b.top);
                """, one, other)).doubleValue();
    }

    /** How far the page is wider than its window, in pixels. */
    long overhang() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth"
                + " - document.documentElement.clientWidth")).longValue();
    }

    void resize(int width, int height) throws InterruptedException {
        driver.manage().window().setSize(new Dimension(width, height));
        LabPage.await("the window's size", DRAWING, () -> ((Number) driver.executeScript("return innerWidth"))
                .intValue() <= width);
        afterDrawing();
    }

    void picture(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the browser's console says since the last call, but for remarks. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage).toList();
    }
}
