package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** The kernel as a program. */
public final class KernelProgram {
    private KernelProgram() {
    }

    /** Serves the page that a connection file describes, until it says shutdown. */
    public static void run(Path connectionFile) throws IOException, GeneralSecurityException {
        KernelConnectionProperties properties = KernelConnectionProperties.parse(Files.readString(connectionFile));
        String version = KernelProgram.class.getPackage().getImplementationVersion();
        NotebookKernel kernel = new NotebookKernel(version == null ? "development" : version);
        KernelConnection connection = new KernelConnection(properties, kernel::withReport);
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        connection.connect();
        connection.waitUntilClose();
    }
}
