package org.faceunlock.checkpoint;

import java.nio.file.Path;

/**
 * A checkpoint file that was refused: it is missing, damaged, of another kind, or asks for more than numbers. The
 * message names the file and the reason; nothing that the file asked for has been run.
 */
public final class CheckpointException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 80;

    /** A reason that {@link CheckpointFile} completes with the file's name. */
    CheckpointException(String reason) {
        super(reason);
    }

    CheckpointException(Path file, String reason, Throwable cause) {
        super("checkpoint " + printable(file.toString()) + ": " + reason, cause);
    }

    /** Text out of a file for use in a message: in quotes, shortened, and without characters that steer a terminal. */
    static String quoted(String text) {
        String start = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
        return "'" + printable(start) + (start.length() < text.length() ? "...'" : "'");
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
