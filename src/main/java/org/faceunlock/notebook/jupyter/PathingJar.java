package org.faceunlock.notebook.jupyter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.models.StoreHome;

/**
 * A jar without classes that leads to others by their addresses, for folders whose names Java stumbles over.
 *
 * <p>Java splits a class path at ":" (";" on Windows) whatever folder's name holds it, and takes "!/" for the end of a
 * jar's name: below a folder called "faces!" it finds a jar's classes but none of its other files. In an address "!" is
 * escaped and ":" is harmless. Other characters need none of this.
 */
public final class PathingJar {
    private static final String MAIN = "org.faceunlock.cli.Main";

    private PathingJar() {
    }

    /** For the launcher: prints which jar to start in place of the one named. */
    public static void main(String[] jar) throws IOException {
        System.out.println(classPath(jar[0], StoreHome.fromEnvironment()));
    }

    /**
     * A class path as absolute paths or, where Java would misread those, as the one path of a jar that leads to them.
     *
     * @param entries a class path as this process has it
     * @param home where such a jar is kept
     */
    static String classPath(String entries, Path home) throws IOException {
        List<Path> paths = Arrays.stream(entries.split(File.pathSeparator)).filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize()).toList();
        return paths.stream().anyMatch(PathingJar::isMisread) ? jarTo(paths, home).toString()
                : paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs the program again through such a jar, if this process cannot read its own files; returns its exit code. */
    public static OptionalInt runAgain(String... arguments) throws IOException, InterruptedException {
        if (PathingJar.class.getResourceAsStream("PathingJar.class") != null) {
            return OptionalInt.empty();
        }
        List<String> command = JavaCommand.options();
        command.add(0, JavaCommand.program());
        command.addAll(List.of("-jar", classPath(System.getProperty("java.class.path"), StoreHome.fromEnvironment())));
        command.addAll(List.of(arguments));
        return OptionalInt.of(new Program(command, Map.of()).onTerminal());
    }

    private static boolean isMisread(Path path) {
        return path.toString().contains(File.pathSeparator) || path.toString().contains("!" + File.separator);
    }

    private static Path jarTo(List<Path> paths, Path home) throws IOException {
        String addresses = paths.stream().map(path -> path.toUri().toASCIIString().replace("!", "%21"))
                .collect(Collectors.joining(" "));
        Path jar = home.resolve("paths").resolve(Resource.sum(addresses) + ".jar");
        if (jar.toString().contains(File.pathSeparator)) {
            throw new NotebookSetupException("FACE_UNLOCK_HOME: expected a folder without \"" + File.pathSeparator
                    + "\" in its path, at which Java would split it, found " + home);
        }
        if (!Files.exists(jar)) {
            AtomicFile.write(jar,
                    part -> new JarOutputStream(Files.newOutputStream(part), manifest(addresses)).close());
        }
        return jar;
    }

    private static Manifest manifest(String addresses) {
        Manifest manifest = new Manifest();
        Map.of(Attributes.Name.MANIFEST_VERSION, "1.0", Attributes.Name.MAIN_CLASS, MAIN,
                Attributes.Name.CLASS_PATH, addresses, new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED")
                .forEach(manifest.getMainAttributes()::put);
        return manifest;
    }
}
