package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Standard output or standard error takes no more: its reader went away, or the disk behind it is full. */
final class OutputException extends RuntimeException {

    /** What a shell reports of a program that SIGPIPE ended. */
    static final int READER_GONE = 141;

    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super("cannot write the output: " + cause.getMessage(), cause);
    }

    /** Says what happened, unless it is only that the reader had enough ({@code | head}); returns the exit code. */
    int report(PrintWriter err) {
        if (readerGone()) {
            return READER_GONE;
        }
        try {
            err.println("face-unlock: " + getMessage());
        } catch (OutputException e) {
            return 1; // standard error is as full as standard output: there is nobody left to tell
        }
        return 1;
    }

    private boolean readerGone() {
        String reason = String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT);
        return reason.contains("broken pipe") || reason.contains("pipe is being closed");
    }
}
