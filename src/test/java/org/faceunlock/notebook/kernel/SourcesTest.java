package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.faceunlock.compare.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final String SOURCE = "package p; public class Öl { public static class Tropfen { } }";

    @TempDir
    private Path folder;

    @Test
    void ourSourcesAreBesideOurClasses() {
        assertThat(Sources.of(SimilarityMatrix.class)).get().asString().contains("public final class SimilarityMatrix");
    }

    @Test
    void aLibrarysSourcesLieBesideItsJar() throws IOException, ClassNotFoundException {
        Path lib = Files.createDirectories(folder.resolve("a # b! 100%"));
        archive(lib.resolve("oil-1.0-sources.jar"), "p/Öl.java", SOURCE.getBytes("UTF-8"));
        assertThat(sourceOf("p.Öl$Tropfen", lib.resolve("oil-1.0.jar"))).contains(SOURCE);
    }

    @Test
    void aLibrarysSourcesLieInAFolderBesideItsJar() throws IOException, ClassNotFoundException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        archive(sources.resolve("oil-1.0-sources.jar"), "p/Öl.java", SOURCE.getBytes("UTF-8"));
        assertThat(sourceOf("p.Öl", folder.resolve("oil-1.0.jar"))).contains(SOURCE);
    }

    @Test
    void withoutSourcesOrWithBrokenOnesThereAreNone() throws IOException, ClassNotFoundException {
        assertThat(sourceOf("p.Öl", folder.resolve("oil-1.0.jar"))).isEmpty();
        Files.writeString(folder.resolve("oil-1.0-sources.jar"), "no jar");
        assertThat(sourceOf("p.Öl", folder.resolve("oil-1.0.jar"))).isEmpty();
    }

    private Optional<String> sourceOf(String name, Path jar) throws IOException, ClassNotFoundException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Files.writeString(classes.resolve("Öl.java"), SOURCE);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, OutputStream.nullOutputStream(), null, "-encoding",
                "UTF-8", "-d", classes.toString(), source.toString())).isZero();
        archive(jar, "p/Öl.class", Files.readAllBytes(classes.resolve("p/Öl.class")), "p/Öl$Tropfen.class",
                Files.readAllBytes(classes.resolve("p/Öl$Tropfen.class")));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            return Sources.of(loader.loadClass(name));
        }
    }

    private static void archive(Path file, Object... namesAndBytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
            }
        }
    }
}
