package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.stream.Stream;

/** A cell failed; the message is one line, the report what the page prints: the cause, where, and the line itself. */
final class CellException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> report;

    CellException(String message, List<String> report) {
        super(message, null, false, false);
        this.report = List.copyOf(report);
    }

    /** The same with further lines in the report. */
    CellException with(List<String> notes) {
        return new CellException(getMessage(), Stream.concat(report.stream(), notes.stream()).toList());
    }

    /** The class of what was thrown, as far as the message begins with it; otherwise "error". */
    String name() {
        int end = getMessage().indexOf(':');
        String first = end < 0 ? getMessage() : getMessage().substring(0, end);
        return first.matches("[\\p{Lu}][\\p{L}\\p{N}_$]*") ? first : "Error";
    }

    /** Whether a statement was not run for want of a name that is not defined. */
    boolean isUndefined() {
        return getMessage().startsWith("line ") && getMessage().contains(CellErrors.UNDEFINED);
    }

    List<String> report() {
        return report;
    }
}
