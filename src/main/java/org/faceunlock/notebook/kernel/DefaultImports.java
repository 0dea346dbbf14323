package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.stream.Stream;

/** The imports that a cell may count on. Never java.awt: its List and ours would quarrel. */
final class DefaultImports {
    private static final List<String> OWN = List.of("compare", "demo", "detect", "embed", "evaluate", "geometry",
            "image", "notebook", "notebook.display", "notebook.widget", "plot", "projection", "torch.store");

    private DefaultImports() {
    }

    /** For this project's kernel, which starts with none. */
    static List<String> all() {
        return Stream.concat(Stream.of("java.io.*", "java.math.*", "java.util.*", "java.util.function.*",
                        "java.util.stream.*", "java.nio.file.Files", "java.nio.file.Path",
                        "java.awt.image.BufferedImage", "tech.tablesaw.api.*")
                .map(name -> "import " + name + ";"), forOtherKernels().stream()).toList();
    }

    /** What other kernels lack. */
    static List<String> forOtherKernels() {
        return Stream.concat(OWN.stream().map(room -> "import org.faceunlock." + room + ".*;"),
                Stream.of("import static org.faceunlock.notebook.Notebook.show;")).toList();
    }
}
