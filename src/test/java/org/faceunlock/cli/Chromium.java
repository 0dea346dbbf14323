package org.faceunlock.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;

/**
 * The Chromium of this machine without a window, and the driver that came with it; nothing is fetched.
 *
 * <p>Every wait of the driver ends: a page and a script have two minutes, any command three.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> SWITCHES = List.of("--headless=new", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--disable-renderer-backgrounding", "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows", "--window-size=1250,1100");
    /** It would tell of developer tools that only match other versions, and that nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private final ChromeDriver driver;
    private final ChromeDriverService service;
    private final Thread atExit = new Thread(this::end, "end of Chromium");

    private Chromium(ChromeDriver driver, ChromeDriverService service) {
        this.driver = driver;
        this.service = service;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it with an empty profile in a folder; skips the test, aloud, where there is none. */
    static Chromium start(Path folder) {
        SELENIUM.setLevel(Level.SEVERE);
        Path browser = onPath("chromium", "chromium-browser", "google-chrome");
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(
                onPath("chromedriver", "chromium.chromedriver").toFile()).usingAnyFreePort()
                .withLogFile(folder.resolve("chromedriver.log").toFile()).build();
        try {
            ClientConfig patience = ClientConfig.defaultConfig().connectionTimeout(Duration.ofSeconds(30))
                    .readTimeout(Duration.ofMinutes(3));
            ChromeDriver driver = new ChromeDriver(service, options(browser, folder.resolve("profile")), patience);
            driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(2)).scriptTimeout(Duration.ofMinutes(2));
            return new Chromium(driver, service);
        } catch (RuntimeException | Error e) {
            service.stop();
            throw e;
        }
    }

    private static ChromeOptions options(Path browser, Path profile) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(browser.toFile()).addArguments(SWITCHES)
                .addArguments("--user-data-dir=" + profile.toAbsolutePath());
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox"); // which root cannot have
        }
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return options;
    }

    private static Path onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names).flatMap(name -> Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst()
                .orElseGet(() -> abort("skipped: no " + String.join(", ", names) + " on the PATH; the page's test needs"
                        + " Chromium and its driver (Debian: apt install chromium chromium-driver)"));
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        List<ProcessHandle> started = ProcessHandle.current().descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom")).toList();
        try {
            driver.quit();
            service.stop();
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
