package org.faceunlock.notebook.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** The lines beginning with % that this kernel knows, under the names that the other Java kernels have for them. */
final class Magics {
    private Magics() {
    }

    /** {@code %classpath PATH...}: cells may use the classes in folders and jars. */
    static LineMagic<Void, NotebookKernel> classPath(Supplier<JavaShell> shell) {
        return (kernel, paths) -> {
            for (String path : paths) {
                if (!Files.exists(Path.of(path))) {
                    throw new IllegalArgumentException("%classpath: expected a jar or folder, found nothing at "
                            + Path.of(path).toAbsolutePath());
                }
                shell.get().addToClassPath(Path.of(path));
            }
            return null;
        };
    }

    /** {@code %load FILE}: runs a file of Java statements as if it stood in a cell. */
    static LineMagic<Object, NotebookKernel> load(Function<String, Object> run) {
        return (kernel, files) -> {
            Object value = null;
            for (String file : files) {
                value = run.apply(Files.readString(Path.of(file)));
            }
            return value;
        };
    }
}
