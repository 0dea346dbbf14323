package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher on the build that was just packaged. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("face-unlock").toAbsolutePath();
    private static final Path MIRROR = Path.of("../shared/mirror").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsAShell() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "skipped: the launcher of Windows is a .cmd");
    }

    @Test
    void launcherRunsFromAnyFolderThroughLinks() throws IOException {
        Path first = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
        ProgramRun run;
        try {
            run = ProgramRun.of(List.of(second.toString(), "--version"), folder, Map.of());
        } finally {
            Files.delete(first); // JUnit would warn of a link that leads out of its folder
        }
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("face-unlock ");
        assertThat(run.code()).isZero();
    }

    @Test
    void exitCodeOfTheProgramIsThatOfTheLauncher() throws IOException {
        assertThat(ProgramRun.of(List.of(LAUNCHER.toString(), "nonsense"), folder, Map.of()).code()).isEqualTo(2);
    }

    @Test
    void relativePathsAreThoseOfTheUsersFolder() throws IOException {
        needsTheMirror();
        ProgramRun run = photosTo("mine", Map.of());
        assertThat(run.err()).contains("belong to their owners");
        assertThat(run.out().lines()).containsExactly("mine/faces", "mine/faces_test");
        assertThat(jpegs(folder.resolve("mine"))).hasSize(12);
    }

    @Test
    void folderNamesBeyondAsciiWorkInAPlainLocale() throws IOException {
        needsTheMirror();
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")),
                "skipped: the locale of this test run cannot name the folder");
        ProgramRun run = photosTo("zo\u00eb", Map.of("LC_ALL", "C", "LANG", "C"));
        assertThat(run.out().lines()).containsExactly("zo\u00eb/faces", "zo\u00eb/faces_test");
        assertThat(jpegs(folder.resolve("zo\u00eb"))).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces!", "a:b", "it's \"100%\" #1 %20 & (zo\u00eb)", "'x: #!\\!"})
    void theProgramWorksInAFolderOfAnyName(String name) throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")) || name.chars().allMatch(c -> c < 128),
                "skipped: the locale of this test run cannot name the folder");
        Path copy = copyTo(name);
        List<String> unlock = List.of("unlock", "--enrol", "faces", "faces_test");
        ProgramRun run = ProgramRun.of(command(copy.resolve("face-unlock").toString(), unlock), copy, Map.of());
        assertThat(run.out()).as(run.err()).startsWith("UNLOCKED me_test.jpg: similarity 0.");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> typed = new ArrayList<>(List.of("-Djava.awt.headless=true", "-jar", "target/" + jar()
                .getFileName()));
        typed.addAll(unlock);
        assertThat(ProgramRun.of(command(java, typed), copy, Map.of()).out()).as("java -jar").isEqualTo(run.out());
    }

    @Test
    void aNotebookRunsInAFolderOfAnyNameWithTheUsersOptions() throws IOException {
        Path copy = copyTo("it's: \"100%\" #1!");
        String cell = "Mtcnn.load(\\\"demo\\\", MtcnnSettings.defaults()).name() + System.getProperty(\\\"said\\\")";
        Files.writeString(copy.resolve("tiny.ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a",
                "metadata": {}, "execution_count": null, "outputs": [], "source": "%s"}]}""".formatted(cell));
        Map<String, String> variables = new HashMap<>(NotebookProgram.variables());
        variables.put("FACE_UNLOCK_JAVA_OPTS", "-Dsaid=' in two  words' -Dother=*");
        ProgramRun run = ProgramRun.of(command(copy.resolve("face-unlock").toString(),
                List.of("notebook", "--execute", "--out", "out", "tiny.ipynb")), copy, variables,
                Duration.ofMinutes(15));
        NotebookProgram.skipIfJupyterCannotBeHad(run.err());
        assertThat(run.out()).as(run.err()).startsWith("ok ");
        assertThat(copy.resolve("out").resolve("tiny.ipynb")).content().contains("demo in two  words");
    }

    /** The built program and some photos in a folder of that name. */
    private Path copyTo(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        Files.copy(LAUNCHER, copy.resolve("face-unlock"), StandardCopyOption.COPY_ATTRIBUTES);
        Path jar = jar();
        for (Path file : list(jar.resolveSibling("lib"))) {
            link(file, copy.resolve("target").resolve("lib"));
        }
        link(jar, copy.resolve("target"));
        for (Path photo : list(Path.of("faces", "me"))) {
            link(photo, copy.resolve("faces"));
        }
        link(Path.of("faces_test", "me_test.jpg"), copy.resolve("faces_test"));
        return copy;
    }

    private static void link(Path file, Path into) throws IOException {
        Path target = Files.createDirectories(into).resolve(file.getFileName());
        try {
            Files.createLink(target, file.toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES); // another disk
        }
    }

    private static Path jar() throws IOException {
        return list(Path.of("target")).stream().filter(file -> file.getFileName().toString()
                .matches("face-unlock-[0-9.]+(-SNAPSHOT)?\\.jar")).findFirst().orElseThrow();
    }

    private static List<Path> list(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.toList();
        }
    }

    private static List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        return command;
    }

    private ProgramRun photosTo(String name, Map<String, String> locale) throws IOException {
        Map<String, String> variables = new HashMap<>(locale);
        variables.put("FACE_UNLOCK_MIRROR", MIRROR.toString());
        return ProgramRun.of(List.of(LAUNCHER.toString(), "photos", "fetch", "article", "--to", name), folder,
                variables);
    }

    private static List<Path> jpegs(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
    }

    private static void needsTheMirror() {
        assumeTrue(Files.isDirectory(MIRROR), "skipped: no " + MIRROR + " beside the checkout");
    }
}
