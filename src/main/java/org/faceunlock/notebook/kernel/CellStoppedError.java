package org.faceunlock.notebook.kernel;

/** Ends the code of a cell that was interrupted; an Error, so that no handler of exceptions in the cell catches it. */
final class CellStoppedError extends Error {
    private static final long serialVersionUID = 1;

    CellStoppedError() {
        super("interrupted", null, false, true);
    }
}
