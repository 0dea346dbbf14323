package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.faceunlock.notebook.kernel.Magics.Arguments;

/** The magics of every session, under the names that IPython or the other Java kernels have for them. */
final class StandardMagics {
    private StandardMagics() {
    }

    static Magics create() {
        Magics magics = new Magics();
        magics.register("classpath", Arguments.FILES, "JAR...", "lets cells use the classes in jars and folders; takes"
                + " lib/*.jar, ~/ and \"quotes\"", StandardMagics::classPath);
        magics.register("load", Arguments.FILES, "FILE...", "runs files of Java as if they stood in the cell",
                StandardMagics::load);
        magics.register("lsmagic", Arguments.WORDS, "", "lists these magics",
                (arguments, session) -> printed(magics.help()));
        magics.register("maven", Arguments.WORDS, "GROUP:ARTIFACT:VERSION...", "fetches libraries with what they need"
                + " and lets cells use them", new MavenMagic(MavenMagic.installed()));
        magics.register("models", Arguments.WORDS, "list | fetch NAME...", "lists the networks' weights, or fetches"
                + " some: real is what photos of real people need", new ModelsMagic());
        magics.register("time", Arguments.CODE, "JAVA", "runs a line, and %%time as first line the whole cell, and says"
                + " how long that took", StandardMagics::time);
        magics.register("who", Arguments.WORDS, "", "lists the variables with their types and values",
                (arguments, session) -> printed(session.call(() -> Variables.list(session.shell()))));
        return magics;
    }

    private static Optional<Object> printed(String text) {
        System.out.println(text);
        return Optional.empty();
    }

    private static Optional<Object> classPath(String arguments, MagicSession session) throws Exception {
        return addToClassPath(PathArguments.existing(arguments, path -> path.toString().endsWith(".jar")), session);
    }

    /** Puts jars and folders on the class path of cells. */
    static Optional<Object> addToClassPath(Iterable<Path> paths, MagicSession session) throws IOException {
        StringBuilder added = new StringBuilder();
        for (Path path : paths) {
            session.shell().addToClassPath(path);
            added.append(added.isEmpty() ? "on the class path: " : ", ").append(path.getFileName());
        }
        return printed(added.toString());
    }

    private static Optional<Object> load(String arguments, MagicSession session) throws Exception {
        Optional<Object> value = Optional.empty();
        for (Path file : PathArguments.existing(arguments, Files::isRegularFile)) {
            try {
                value = session.run(Files.readString(file));
            } catch (CellException e) {
                throw new CellException(file + ", " + e.getMessage(),
                        Stream.concat(Stream.of("in " + file), e.report().stream()).toList());
            }
        }
        return value;
    }

    private static Optional<Object> time(String arguments, MagicSession session) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("expected Java after it, found none; write the magic and a statement, or"
                    + " %%time and a cell below it");
        }
        long begun = System.nanoTime();
        long begunRunning = session.shell().nanos();
        Optional<Object> value = session.runArguments();
        long running = session.shell().nanos() - begunRunning;
        System.out.println("ran " + shown(running) + ", with compiling " + shown(System.nanoTime() - begun));
        return value;
    }

    private static String shown(long nanos) {
        return nanos < 1e9 ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
