package org.faceunlock.notebook.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The text files that ship inside the jar, beside the classes of this package. */
final class Resource {
    private Resource() {
    }

    static String text(String name) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new NotebookSetupException("this build lacks its file " + name + "; build the project anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
