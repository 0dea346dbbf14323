package org.faceunlock.notebook.kernel;

import java.util.List;

/** A cell failed; the message is one line, the report what the page prints: the cause, where, and the line itself. */
final class CellException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> report;

    CellException(String message, List<String> report) {
        super(message, null, false, false);
        this.report = List.copyOf(report);
    }

    List<String> report() {
        return report;
    }
}
