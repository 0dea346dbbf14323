package org.faceunlock.notebook.jupyter;

import java.io.IOException;

/** Something that the notebooks need is not there; the message says what, and how to get it. */
public final class NotebookSetupException extends IOException {
    private static final long serialVersionUID = 1;

    NotebookSetupException(String message) {
        super(message);
    }
}
