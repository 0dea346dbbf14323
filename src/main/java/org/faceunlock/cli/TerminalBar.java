package org.faceunlock.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Opens progress bars on standard error, where that is a terminal. */
public final class TerminalBar {

    /** What takes less than this needs no bar. */
    static final Duration A_MOMENT = Duration.ofMillis(500);

    /** Set by the launcher when standard error is a terminal; Java itself cannot tell. */
    private static final String TERMINAL = "face-unlock.terminal";

    private static final int WIDTH = 80;

    private TerminalBar() {
    }

    /**
     * A bar, unless nobody would see it.
     *
     * @param unit what is counted, with a space before it
     * @param unitSize how many steps make one unit
     * @param total how many steps there are, -1 when that is not known
     * @param from how many are done already
     */
    public static Optional<ProgressBar> open(String task, String unit, long unitSize, long total, long from) {
        if (!Boolean.getBoolean(TERMINAL)) {
            return Optional.empty();
        }
        return Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .startsFrom(from, Duration.ZERO)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .showSpeed()
                .build());
    }
}
