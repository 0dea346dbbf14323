package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
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
    void everyPackageOfOursThatIsImportedHasPublicClasses() {
        assertThat(DefaultImports.OWN).allSatisfy(room -> assertThat(ownClasses(room)).as(room).isNotEmpty());
    }

    @Test
    void noClassOfOursBearsANameThatAKernelImportsFromTheJdk() {
        Set<String> ofTheJdk = Stream.concat(DefaultImports.OF_OTHER_KERNELS.stream(),
                Stream.of("java.util.function", "java.util.stream")).flatMap(DefaultImportsTest::jdkClasses)
                .collect(Collectors.toSet());
        assertThat(ofTheJdk).contains("List", "Timer", "Proxy", "Duration", "Function");
        assertThat(ownNames()).doesNotContainAnyElementsOf(ofTheJdk);
    }

    @Test
    void noTwoClassesOfOursBearTheSameName() {
        assertThat(ownNames().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet())
                .extracting(Map.Entry::getValue).isNotEmpty().containsOnly(1L);
    }

    private static List<String> ownNames() {
        return DefaultImports.OWN.stream().flatMap(room -> ownClasses(room).stream()).toList();
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
