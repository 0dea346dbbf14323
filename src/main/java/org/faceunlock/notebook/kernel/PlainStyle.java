package org.faceunlock.notebook.kernel;

import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** Errors of the base kernel as plain text; cells' own errors bring their colours. */
final class PlainStyle {
    private PlainStyle() {
    }

    static StringStyler styler() {
        return new StringStyler.Builder().build();
    }
}
