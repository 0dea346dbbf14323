package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With shell scripts in the place of Maven. */
@DisabledOnOs(OS.WINDOWS)
class MavenMagicTest {
    private static JavaShell shell;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        shell = new JavaShell();
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static MagicSession session(CellTask task) {
        return new MagicSession(shell, task, code -> Optional.empty(), "");
    }

    /** A program that does what a script says, in which $out is the file that Maven is to write. */
    private Path maven(String script) throws IOException {
        Path program = folder.resolve("mvn");
        Files.writeString(program, "#!/bin/sh\nfor a; do case $a in -Dmdep.outputFile=*) out=${a#*=};; -f) f=1;; *)"
                + " [ -n \"$f\" ] && cp \"$a\" '" + folder + "/pom' && f=;; esac; done\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private void run(Path program, String arguments) throws Exception {
        new MavenMagic(Optional.of(program)).run(arguments, session(CellRunnerTest.task()));
    }

    @Test
    void whatMavenFoundIsOnTheClassPath() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("found/pack"));
        Files.copy(Path.of("target/classes/org/faceunlock/geometry/Box.class"), classes.resolve("Box.class"));
        run(maven("echo '" + classes.getParent() + "' > $out"), "a.b:c-d:1.0 e:f:jar:tests:2");
        assertThat(Files.readString(folder.resolve("pom"))).contains("<dependency><groupId>a.b</groupId>"
                + "<artifactId>c-d</artifactId><version>1.0</version></dependency><dependency><groupId>e</groupId>"
                + "<artifactId>f</artifactId><type>jar</type><classifier>tests</classifier><version>2</version>");
        assertThat(shell.run(CellRunnerTest.task(), 1, "Thread.currentThread().getContextClassLoader()"
                + ".getResource(\"pack/Box.class\")").value()).isPresent();
    }

    @Test
    void whyMavenFailedIsTold() throws IOException {
        Path program = maven("printf '\\033[0m[ERROR] Could not find a.b:c:jar:1 -> [Help 1]\\n[ERROR] \\n'; exit 1");
        assertThatThrownBy(() -> run(program, "a.b:c:1"))
                .hasMessage("Maven could not fetch it: Could not find a.b:c:jar:1");
    }

    @Test
    void withoutMavenTheWayToAJarIsTold() {
        assertThatThrownBy(() -> new MavenMagic(Optional.empty()).run("a.b:c:1", session(CellRunnerTest.task())))
                .hasMessageContaining("no mvn on the PATH").hasMessageContaining("%classpath folder/*.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:b", "a:b:c:d:e:f", "a:b:1<", "a:b:1 c"})
    void whatIsNoCoordinateIsRefused(String arguments) throws IOException {
        Path program = maven("exit 1");
        assertThatThrownBy(() -> run(program, arguments)).hasMessageStartingWith("expected group:artifact:version");
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        Path begun = folder.resolve("begun");
        Path program = maven("touch '" + begun + "'; exec sleep 60");
        CellTask task = CellRunnerTest.task();
        CompletableFuture<Throwable> use = CompletableFuture.supplyAsync(() -> catchThrowable(
                () -> new MavenMagic(Optional.of(program)).run("a:b:1", session(task))));
        while (!Files.exists(begun)) {
            Thread.onSpinWait();
        }
        task.stop();
        assertThat(use.get(30, TimeUnit.SECONDS)).isInstanceOf(CellStoppedError.class);
    }
}
