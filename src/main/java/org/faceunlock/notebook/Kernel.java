package org.faceunlock.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.faceunlock.notebook.kernel.KernelProgram;

/** The program that Jupyter starts for every notebook. */
public final class Kernel {
    private Kernel() {
    }

    /** Takes the connection file that Jupyter wrote; ends with the notebook. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length != 1 || !Files.isReadable(Path.of(args[0]))) {
            System.err.println("Expected the connection file that Jupyter writes, found " + String.join(" ", args)
                    + "; start this through Jupyter: face-unlock notebook");
            System.exit(2);
        }
        System.setProperty("java.awt.headless", "true");
        KernelProgram.run(Path.of(args[0]));
        System.exit(0);
    }
}
