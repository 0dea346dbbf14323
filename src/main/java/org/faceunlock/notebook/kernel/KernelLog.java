package org.faceunlock.notebook.kernel;

import java.io.PrintStream;

/** What the kernel has to say to whoever runs the server: on the terminal, which cells cannot reach. */
final class KernelLog {
    private static final PrintStream TERMINAL = System.err;

    private KernelLog() {
    }

    static void line(String text) {
        TERMINAL.println("face-unlock kernel: " + text);
    }
}
