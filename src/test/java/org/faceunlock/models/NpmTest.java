package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a script that stands in for npm. */
class NpmTest {

    private static final byte[] ARCHIVE = "archive".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: no shell scripts here");
    }

    @Test
    void archiveIsWhatNpmLeavesInItsFolder() throws IOException {
        assertThat(npm("printf archive > a-b-1.0.0.tgz").pack(wanted(ARCHIVE))).isEqualTo(ARCHIVE);
    }

    @Test
    void npmIsAskedForThatVersionToAnswerInTimeAndToRunNothing() throws IOException {
        npm("echo \"$@\" $npm_config_fetch_timeout $npm_config_fetch_retries > " + folder + "/asked;"
                + " printf archive > a.tgz")
                .pack(wanted(ARCHIVE));
        assertThat(folder.resolve("asked")).hasContent("pack @a/b@1.0.0 --ignore-scripts 5000 0");
    }

    @Test
    void nothingIsLeftBehindWhateverHappens() throws IOException {
        npm("pwd > " + folder + "/where; printf archive > a.tgz; mkdir d; touch d/f").pack(wanted(ARCHIVE));
        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
        assertFailure("pwd > " + folder + "/where; exit 1", "");
        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
    }

    @Test
    void whyNpmFailedIsTold() throws IOException {
        assertFailure("echo 'npm error code ENOTFOUND'; echo 'npm error'; echo 'npm error request failed, reason: no"
                + " such host' >&2; exit 1",
                "npm pack @a/b@1.0.0: request failed, reason: no such host");
        assertFailure("echo 'npm error code E404'; echo 'npm error 404 Not Found'; echo 'npm error 404'; exit 1",
                "code E404, 404 Not Found");
    }

    @Test
    void whatNpmPrintsSteersNoTerminal() throws IOException {
        assertFailure("printf 'npm error \\033[31mred\\n'; exit 1", "?[31mred");
    }

    @Test
    void archiveOfAnotherChecksumIsRefused() throws IOException {
        assertFailure("printf ARCHIVE > a.tgz", "SHA-256");
    }

    @Test
    void archiveOfAnotherSizeIsRefused() throws IOException {
        assertFailure("printf archives > a.tgz", "7 bytes, found 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "printf archive > a.tgz; printf archive > b.tgz",
            "printf archive > /dev/null; ln -s /etc/passwd a.tgz"})
    void anythingButOneArchiveIsRefused(String script) throws IOException {
        assertFailure(script, "expected one archive");
    }

    @Test
    void npmThatHangsIsEndedWithItsChildren() throws IOException {
        Npm hanging = new Npm(script("sleep 60 & echo $! > " + folder + "/child; wait"), Duration.ofSeconds(5),
                Duration.ofSeconds(1));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> hanging.pack(wanted(ARCHIVE)))
                .isInstanceOf(FetchException.class).hasMessageContaining("more than 1 s"));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    void absentNpmIsToldWithWhereItComesFrom() {
        Npm absent = new Npm(folder.resolve("no-npm").toString(), Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThatThrownBy(() -> absent.pack(wanted(ARCHIVE))).isInstanceOf(FetchException.class)
                .hasMessageContaining("no npm").hasMessageContaining("Node.js").hasMessageContaining("@a/b@1.0.0");
    }

    @ParameterizedTest
    @CsvSource({"--registry=x, 1.0.0", "a b, 1.0.0", "../a, 1.0.0", "@a/../b, 1.0.0", "a, latest", "a, ^1.0.0",
            "a, '1.0.0 --x'"})
    void namesThatMeanSomethingElseToNpmAreRefused(String name, String version) throws IOException {
        Sha256 any = sha256(ARCHIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> new NpmPackage(name, version, 7, any));
    }

    private void assertFailure(String script, String reason) throws IOException {
        Npm npm = npm(script);
        assertThatThrownBy(() -> npm.pack(wanted(ARCHIVE))).isInstanceOf(FetchException.class)
                .hasMessageContaining(reason);
    }

    private Npm npm(String script) throws IOException {
        return new Npm(script(script), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private String script(String lines) throws IOException {
        Path script = Files.createTempFile(folder, "npm", "");
        Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private NpmPackage wanted(byte[] archive) throws IOException {
        return new NpmPackage("@a/b", "1.0.0", archive.length, sha256(archive));
    }

    private Sha256 sha256(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "sum", ""), bytes);
        return Sha256.of(file);
    }
}
