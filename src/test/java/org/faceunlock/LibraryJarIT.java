package org.faceunlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.faceunlock.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar without the workshop (classifier library), as a program has it: beside its dependencies, alone. */
class LibraryJarIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final List<String> IMPORTS = List.of("java.nio.file.Path", "java.util.List",
            "org.faceunlock.compare.*", "org.faceunlock.detect.*", "org.faceunlock.embed.*", "org.faceunlock.image.*");

    @TempDir
    private Path folder;

    @Test
    void nothingOfTheWorkshopIsInside() throws IOException {
        try (JarFile library = new JarFile(library().toFile())) {
            assertThat(library.stream().map(ZipEntry::getName)).contains("org/faceunlock/detect/Mtcnn.class",
                            "org/faceunlock/models/embedder.pt")
                    .noneMatch(name -> name.startsWith("org/faceunlock/demo/") || name.startsWith("META-INF/sources/")
                            || name.endsWith("CommandProvider"));
        }
    }

    @Test
    void programOfTheReadmeRunsOnIt() throws IOException {
        String imports = IMPORTS.stream().map("import %s;\n"::formatted).collect(Collectors.joining());
        Path source = Files.writeString(folder.resolve("Program.java"), imports
                + "class Program {\n    public static void main(String[] arguments) {\n" + readmeProgram()
                + "    }\n}\n");
        String classPath = library() + File.pathSeparator + TARGET.resolve("lib") + File.separator + "*";
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", classPath, "-d",
                folder.toString(), source.toString())).isZero();
        ProgramRun run = ProgramRun.of(List.of(java(), "-cp", folder + File.pathSeparator + classPath, "Program"),
                Path.of("."), Map.of("FACE_UNLOCK_HOME", folder.toString()));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualToIgnoringNewLines("true");
        assertThat(run.code()).isZero();
    }

    /** The Java of the section "In a program", with whether it unlocked printed. */
    private static String readmeProgram() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String program = readme.substring(readme.indexOf("## In a program")).lines().skip(1)
                .takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(program).contains("Decision decision = ").endsWith("}\n");
        return program.substring(0, program.length() - "}\n".length()) + "System.out.println(decision.unlocked()); }\n";
    }

    @Test
    void commandLineStartsFromItWithoutTheWorkshopsCommands() throws IOException {
        ProgramRun run = ProgramRun.of(List.of(java(), "-jar", library().toString(), "--help"), folder, Map.of());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("  unlock").doesNotContain("  train", "  bench", "  people");
        assertThat(run.code()).isZero();
    }

    private static Path library() throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve("library"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith("-library.jar")).toList();
            assertThat(jars).hasSize(1);
            return jars.get(0);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
