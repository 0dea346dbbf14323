package org.faceunlock.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    @TempDir
    private Path folder;

    @Test
    void withoutPythonItSaysHowToGetIt() {
        assertThatThrownBy(() -> SystemPython.find(List.of("no-such-python-at-all")))
                .isInstanceOf(NotebookSetupException.class).hasMessageContaining("apt install python3 python3-venv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutTheVenvModuleItSaysHowToGetIt() throws IOException {
        String python = script("echo 3.12; echo ModuleNotFoundError; exit 1");
        assertThatThrownBy(() -> SystemPython.find(List.of(python)))
                .hasMessageContaining("Python 3.12 is here, its venv module is not");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tooOldAPythonIsNamed() throws IOException {
        String python = script("echo 3.7");
        assertThatThrownBy(() -> SystemPython.find(List.of(python))).hasMessageEndingWith(python + " is 3.7");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFirstPythonThatDoesIsTaken() throws Exception {
        String python = script("echo 3.11");
        assertThat(SystemPython.find(List.of("no-such-python-at-all", python))).isEqualTo(python);
    }

    @Test
    void aHomeThatCannotBeWrittenToIsNamedWithWhatToDo() throws IOException {
        Path home = Files.createFile(folder.resolve("a file"));
        assertThatThrownBy(() -> PythonEnvironment.in(home, new PrintWriter(Writer.nullWriter())))
                .isInstanceOf(NotebookSetupException.class).hasMessageContaining(home.toString())
                .hasMessageEndingWith("set FACE_UNLOCK_HOME to another");
    }

    @Test
    void theKernelIsStartedWithTheOptionsOfThisProcess() {
        assertThat(kernel("-Xmx1g", "-Da=two words", "-Dface-unlock.terminal=true")).containsSubsequence(
                "java", "-XX:+UseSerialGC", "-Xmx1g", "-Da=two words", "-cp", "target/a.jar", "{connection_file}")
                .doesNotContain("-Dface-unlock.terminal=true");
    }

    @Test
    void theKernelHasOneCollectorTheUsersIfThereIsOne() {
        assertThat(kernel("-XX:+UseG1GC")).contains("-XX:+UseG1GC").doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void aClassPathThatJavaReadsRightIsMadeAbsolute() throws IOException {
        assertThat(PathingJar.classPath("target" + File.pathSeparator + "lib/a.jar", folder)).isEqualTo(
                Path.of("target").toAbsolutePath() + File.pathSeparator + Path.of("lib/a.jar").toAbsolutePath());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aJarInAFolderThatJavaMisreadsIsLedToByItsAddress() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("a #1 %20 zo\u00eb!")).resolve("x.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(odd))) {
            jar.putNextEntry(new ZipEntry("inside.txt"));
            jar.write("found".getBytes(StandardCharsets.UTF_8));
        }
        String classPath = PathingJar.classPath(odd.toString(), folder);
        assertThat(PathingJar.classPath(odd.toString(), folder)).as("made once").isEqualTo(classPath);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {Path.of(classPath).toUri().toURL()}, null);
                InputStream in = loader.getResourceAsStream("inside.txt")) {
            assertThat(in).hasContent("found");
        }
    }

    private static List<String> kernel(String... options) {
        JsonObject spec = new Gson().fromJson(KernelSpec.json("java", List.of(options), "target/a.jar"),
                JsonObject.class);
        return spec.getAsJsonArray("argv").asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void everyPythonPackageIsPinned() throws IOException {
        assertThat(Resource.text("requirements.txt").lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty().allMatch(line -> line.matches("[a-z_]+==[0-9.]+"));
    }

    private String script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
