package org.faceunlock.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The two cells of the article's notebook that a reader plays with: a photo and a threshold to choose, and a photo to
 * upload. They are those of the tab that the browser shows.
 *
 * <p>Times are taken in the page, from the reader's act to the change of what the cell shows. Every wait ends.
 */
final class UnlockCells {
    private static final Duration UPLOADING = Duration.ofMinutes(2);
    /** The box that has a certain kind of control in it, and the place where its result is shown. */
    private static final String BOX = """
            const box = kind => [...document.querySelectorAll('.jp-Cell .widget-vbox')]
                .filter(e => e.querySelector(kind)).at(0);
            const shown = kind => box(kind).querySelector('.jp-OutputArea');
            """;
    /** Does something and waits until the cell's result is another; gives the milliseconds, or -1 after 60 s. */
    private static final String TIMED = BOX + """
            const done = arguments[arguments.length - 1], area = shown('.widget-dropdown');
            const before = area.innerText, begun = performance.now();
            const finish = ms => { watch.disconnect(); done(ms); };
            const watch = new MutationObserver(() => {
                if (area.innerText !== before && area.innerText.trim()) finish(performance.now() - begun);
            });
            watch.observe(area, {childList: true, subtree: true, characterData: true});
            setTimeout(() => finish(-1), 60000);
            """;
    private final ChromeDriver driver;

    UnlockCells(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether both have a result to show. */
    boolean areThere() {
        return Boolean.TRUE.equals(driver.executeScript(BOX + """
                document.querySelector('.jp-WindowedPanel-outer')?.scrollTo(0, 1e9);
                return ['.widget-dropdown', '.widget-upload'].every(kind =>
                    box(kind)?.querySelector('.jp-OutputArea')?.innerText.trim());
                """));
    }

    /** The photos that the drop-down offers. */
    List<String> photos() {
        return ((List<?>) driver.executeScript(
                "return [...document.querySelectorAll('.widget-dropdown option')].map(o => o.text)"))
                .stream().map(String.class::cast).toList();
    }

    String chosen() {
        return (String) driver.executeScript(
                "return document.querySelector('.widget-dropdown select').selectedOptions[0].text");
    }

    /** Chooses another photo; returns the milliseconds until its decision is there. */
    double choose(String photo) {
        return timed("""
                const list = document.querySelector('.widget-dropdown select');
                list.value = [...list.options].find(o => o.text === arguments[0]).value;
                list.dispatchEvent(new Event('change', {bubbles: true}));
                """, photo);
    }

    /** Moves the slider by one step, with the arrow keys; returns the milliseconds until the decision has changed. */
    double step(boolean up) {
        return timed("""
                document.querySelector('.widget-slider .noUi-handle').dispatchEvent(
                    new KeyboardEvent('keydown', {key: arguments[0], bubbles: true}));
                """, up ? "ArrowRight" : "ArrowLeft");
    }

    /** Moves the slider step by step to a number of hundredths. */
    void moveTo(int hundredths) {
        for (int left = hundredths - threshold(); left != 0; left = hundredths - threshold()) {
            step(left > 0);
        }
    }

    /** Where the slider stands, in hundredths, as the page writes it. */
    int threshold() {
        String readout = driver.findElement(By.cssSelector(".widget-slider .widget-readout")).getText();
        return (int) Math.round(Double.parseDouble(readout.replace('\u2212', '-').strip()) * 100);
    }

    /** The decision on the chosen photo. */
    ShownDecision decision() {
        return decision(".widget-dropdown");
    }

    /** The decision on the uploaded photo; before there is one, only words. */
    ShownDecision uploaded() {
        return decision(".widget-upload");
    }

    private ShownDecision decision(String control) {
        Map<?, ?> found = (Map<?, ?>) driver.executeScript(BOX + """
                return {text: shown(arguments[0]).innerText,
                        pictures: [...shown(arguments[0]).querySelectorAll('img')].map(i => i.alt + ' ' + i.src)};
                """, control);
        return new ShownDecision((String) found.get("text"),
                ((List<?>) found.get("pictures")).stream().map(String.class::cast).toList());
    }

    /** Gives the upload button a file, as its dialogue would, and waits for the decision. */
    void upload(Path file) throws InterruptedException {
        String before = uploaded().text();
        driver.executeScript("""
                const click = HTMLInputElement.prototype.click;
                HTMLInputElement.prototype.click = function () {
                    if (this.type !== 'file') return click.call(this);
                    this.id = 'asked-for'; this.style.display = 'block';
                    document.body.append(this);
                };
                document.querySelector('.widget-upload').click();
                HTMLInputElement.prototype.click = click;
                """);
        WebElement dialogue = driver.findElement(By.id("asked-for"));
        dialogue.sendKeys(file.toAbsolutePath().toString());
        LabPage.await("the uploaded photo's decision", UPLOADING,
                () -> !uploaded().text().equals(before) && !uploaded().text().isBlank());
        driver.executeScript("arguments[0].remove()", dialogue);
    }

    private double timed(String act, String argument) {
        double millis = ((Number) driver.executeAsyncScript(TIMED + act, argument)).doubleValue();
        if (millis < 0) {
            throw new AssertionError("nothing changed within 60 s of " + argument);
        }
        return millis;
    }
}
