package org.faceunlock.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void theKernelIsStartedWithAbsolutePathsAndTheUsersOptions() {
        List<?> command = (List<?>) KernelSpec.description("target" + File.pathSeparator + "lib/a.jar", "-Xmx1g  -Da=b")
                .get("argv");
        assertThat(command.toString()).contains("-Xmx1g, -Da=b", Path.of("target").toAbsolutePath().toString(),
                Path.of("lib", "a.jar").toAbsolutePath().toString());
        assertThat(command.get(command.size() - 1)).isEqualTo("{connection_file}");
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
