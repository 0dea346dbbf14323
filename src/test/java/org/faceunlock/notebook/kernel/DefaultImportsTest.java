package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class DefaultImportsTest {
    private static final Path OWN_CLASSES = Path.of("target", "classes");

    @Test
    void everyKernelGetsTheImportsThatNotebooksUse() {
        assertThat(DefaultImports.all()).contains("import java.nio.file.Path;", "import java.util.function.*;",
                "import java.awt.image.BufferedImage;", "import tech.tablesaw.api.*;",
                "import org.faceunlock.notebook.widget.*;",
                "import static org.faceunlock.notebook.Notebook.show;").doesNotHaveDuplicates();
    }

    @Test
    void onlyThisKernelGetsADisplayOfOurs() {
        assertThat(DefaultImports.ofThisKernel()).contains("import static org.faceunlock.notebook.Notebook.display;")
                .containsAll(DefaultImports.all());
        assertThat(DefaultImports.all()).noneMatch(statement -> statement.contains("display;")
                || statement.contains("Notebook.*"));
    }

    @Test
    void everyPackageOfOursThatIsImportedHasPublicClasses() {
        assertThat(DefaultImports.OWN).allSatisfy(room -> assertThat(ownClasses(room)).as(room).isNotEmpty());
    }

    @Test
    void whatOtherKernelsImportIsImportedHereToo() {
        assertThat(DefaultImports.all()).contains("import java.time.*;", "import java.util.regex.*;",
                "import java.net.*;", "import java.util.concurrent.*;");
    }

    @Test
    void noTwoClassesThatAreImportedBearTheSameName() {
        Map<String, List<String>> packagesOfName = DefaultImports.all().stream()
                .filter(statement -> statement.endsWith(".*;"))
                .map(statement -> statement.replaceAll("^import |\\.\\*;$", ""))
                .flatMap(name -> classes(name).stream().map(simple -> Map.entry(simple, name))).collect(
                        Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue,
                                Collectors.toList())));
        assertThat(packagesOfName).containsKeys("List", "Timer", "Proxy", "Duration", "Function", "Table",
                "SimilarityMatrix");
        assertThat(packagesOfName.entrySet()).filteredOn(entry -> entry.getValue().size() > 1).isEmpty();
    }

    /** The public classes of a package, be it the JDK's, ours or Tablesaw's. */
    private static Set<String> classes(String name) {
        if (name.startsWith("java.")) {
            return jdkClasses(name).collect(Collectors.toSet());
        }
        if (name.startsWith("org.faceunlock.")) {
            return ownClasses(name.substring("org.faceunlock.".length()));
        }
        URI jar = URI.create("jar:" + Table.class.getProtectionDomain().getCodeSource().getLocation());
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return publicClasses(files.getPath(name.replace('.', '/')), name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> ownClasses(String room) {
        return publicClasses(OWN_CLASSES.resolve("org/faceunlock").resolve(room.replace('.', '/')),
                "org.faceunlock." + room);
    }

    private static Stream<String> jdkClasses(String name) {
        try (Stream<Path> links = Files.list(jdk("/packages/" + name))) {
            return links.map(module -> jdk("/modules/" + module.getFileName() + "/" + name.replace('.', '/')))
                    .filter(Files::isDirectory).flatMap(folder -> publicClasses(folder, name).stream()).toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path jdk(String path) {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath(path);
    }

    private static Set<String> publicClasses(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-info"))
                    .map(file -> file.replace(".class", "")).filter(simple -> isPublic(name + "." + simple))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, DefaultImportsTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
