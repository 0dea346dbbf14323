package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The slider of thresholds.ipynb in a real JupyterLab and Chromium; pictures are kept in target/thresholds-page. */
class ThresholdsPageIT {

    private static final Path FOLDER = Path.of("target", "thresholds-page");
    private static final int MOVES = 20;
    /** The board; the page draws only the cells in sight. */
    private static final String BOARD = """
            const board = () => [...document.querySelectorAll('.jp-Cell .widget-vbox')]
                .find(box => box.querySelector('.widget-slider') && box.querySelector('.jp-OutputArea img'));
            """;

    @Test
    @Timeout(1800)
    void movedSliderChangesTheBoardAndTheConsoleHasNoErrors() throws IOException, InterruptedException {
        Path served = ServedCopy.in(FOLDER);
        try (Chromium chromium = Chromium.start(FOLDER);
                LabServer server = LabServer.on(served, FOLDER.resolve("lab.log"))) {
            LabPage page = LabPage.open(chromium.driver(), server.page("one",
                    Path.of("notebooks", "thresholds.ipynb")));
            page.runAll(() -> Boolean.TRUE.equals(chromium.driver().executeScript(BOARD + """
                    const panel = document.querySelector('.jp-WindowedPanel-outer');
                    if (!board()) {
                        panel.scrollTop = panel.scrollTop + panel.clientHeight < panel.scrollHeight
                            ? panel.scrollTop + 400 : 0;
                    }
                    return !!board();
                    """)));
            page.picture(FOLDER.resolve("1-board.png"), ".widget-slider");
            List<Double> millis = new ArrayList<>();
            Set<String> pictures = new HashSet<>();
            for (int move = 0; move < MOVES; move++) {
                List<?> answer = (List<?>) chromium.driver().executeAsyncScript(BOARD + """
                        const done = arguments[arguments.length - 1], box = board(), begun = performance.now();
                        const src = () => box.querySelector('.jp-OutputArea img')?.src;
                        const before = src();
                        const finish = () => { watch.disconnect(); done([performance.now() - begun, src()]); };
                        const watch = new MutationObserver(() => { if (src() && src() !== before) finish(); });
                        watch.observe(box, {childList: true, subtree: true, attributes: true});
                        setTimeout(finish, 60000);
                        box.querySelector('.noUi-handle').dispatchEvent(
                            new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
                        """);
                millis.add(((Number) answer.get(0)).doubleValue());
                pictures.add((String) answer.get(1));
            }
            page.picture(FOLDER.resolve("2-board-moved.png"), ".widget-slider");
            Collections.sort(millis);
            System.out.println(String.format(Locale.ROOT, "thresholds page: the board changes %.0f ms after a move of"
                    + " the slider (median of %d, on this busy or idle machine)", millis.get(MOVES / 2), MOVES));
            assertThat(pictures).hasSize(MOVES);
            assertThat(page.errors()).isEmpty();
        }
    }
}
