package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * The imports that a cell may count on, the same on every kernel: what JJava and IJava import by themselves, this
 * library, tables, and a few more of the JDK. Never java.awt: its List and ours would quarrel.
 *
 * <p>No two of these packages have a public class of the same name.
 */
final class DefaultImports {
    /** Packages of the JDK that JJava or IJava imports into every notebook. */
    private static final List<String> OF_OTHER_KERNELS = List.of("java.util", "java.io", "java.math", "java.net",
            "java.time", "java.util.concurrent", "java.util.prefs", "java.util.regex");
    /** This library's packages, below org.faceunlock. */
    static final List<String> OWN = List.of("compare", "detect", "embed", "evaluate", "geometry", "image",
            "models", "notebook", "notebook.display", "notebook.widget", "plot", "projection");
    private static final List<String> OTHERS = List.of("java.util.function.*", "java.util.stream.*",
            "java.nio.file.Files", "java.nio.file.Path", "java.awt.image.BufferedImage", "tech.tablesaw.api.*");

    private DefaultImports() {
    }

    /** Those of this project's kernel: on others, display stays what it is there. */
    static List<String> ofThisKernel() {
        return Stream.concat(all().stream(), Stream.of("import static org.faceunlock.notebook.Notebook.display;"))
                .toList();
    }

    static List<String> all() {
        return Stream.of(OF_OTHER_KERNELS.stream().map(name -> name + ".*"), OTHERS.stream(),
                        OWN.stream().map(room -> "org.faceunlock." + room + ".*"),
                        Stream.of("static org.faceunlock.notebook.Notebook.show"))
                .flatMap(names -> names).map(name -> "import " + name + ";").toList();
    }
}
