package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

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
        serve(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        System.exit(0); // whatever threads a cell has left behind
    }

    private static void serve(KernelConnectionProperties properties) throws GeneralSecurityException {
        String version = Kernel.class.getPackage().getImplementationVersion();
        NotebookKernel kernel = new NotebookKernel(version == null ? "development" : version);
        KernelConnection connection = new KernelConnection(properties, kernel::withReport);
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        connection.connect();
        connection.waitUntilClose();
    }
}
