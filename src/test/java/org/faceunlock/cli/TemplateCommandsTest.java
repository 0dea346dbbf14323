package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.faceunlock.network.Bfloat16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code enrol} and {@code unlock --template} on the shipped people with the shipped models. */
class TemplateCommandsTest {

    private static final String[] MODELS = {"--detector", "demo", "--model", "demo"};

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    @Test
    void aTemplateDecidesAsTheFolderThatItWasMadeOf() {
        enrol();
        Run byTemplate = unlock("--json", "faces_test");
        Run byFolder = run("unlock", "--enrol", "faces/me", "--json", "faces_test");
        assertThat(byTemplate.out().replaceAll("\"nearest\":\"[^\"]*\"", ""))
                .isEqualTo(byFolder.out().replaceAll("\"nearest\":\"[^\"]*\"", ""))
                .contains("UNLOCKED").contains("NON_MATCH");
        assertThat(byTemplate.code()).isEqualTo(1);
        assertThat(unlock("faces_test/me_test.jpg").code()).isZero();
    }

    @Test
    void aPassphraseFromAFileIsNeededAgain() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");
        Path other = Files.writeString(folder.resolve("other"), "open Sesame\n");
        assertThat(enrol("--passphrase-file", secret.toString()).code()).isZero();
        assertThat(unlock("--passphrase-file", secret.toString(), "faces_test/me_test.jpg").code()).isZero();
        Run wrong = unlock("--passphrase-file", other.toString(), "faces_test/me_test.jpg");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("wrong passphrase");
        Run none = unlock("faces_test/me_test.jpg");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--passphrase-file");
    }

    @Test
    void aPassphraseMayComeFromAVariable() throws IOException {
        Map<String, String> variables =
                Map.of("OPEN_WITH", "sesame", "FACE_UNLOCK_HOME", folder.resolve("home").toString());
        String template = folder.resolve("me.template").toString();
        ProgramRun enrolled = ProgramRun.of(variables,
                "enrol", "--out", template, "--passphrase-env", "OPEN_WITH", "faces/me");
        assertThat(enrolled.code()).as(enrolled.err()).isZero();
        ProgramRun opened = ProgramRun.of(variables,
                "unlock", "--template", template, "--passphrase-env", "OPEN_WITH", "faces_test/me_test.jpg");
        assertThat(opened.code()).as(opened.err()).isZero();
    }

    @Test
    void withoutAConsoleNobodyCanBeAsked() {
        Run run = enrol("--encrypt");
        assertThat(run.code()).isEqualTo(2);
        assertThat(folder.resolve("me.template")).doesNotExist();
    }

    @Test
    void aPlainTemplateInPlaceOfAnEncryptedOneIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");
        enrol();
        Run run = unlock("--passphrase-file", secret.toString(), "faces_test/me_test.jpg");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("expected an encrypted one");
    }

    @Test
    void anEmptyPassphraseIsMisuse() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "\nsecond line");
        assertThat(enrol("--passphrase-file", secret.toString()).code()).isEqualTo(2);
        assertThat(folder.resolve("me.template")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--margin=30", "--largest", "--precision=bfloat16"})
    void aTemplateMadeByOtherOptionsIsRefusedWithBothFingerprints(String option) {
        assumeTrue(Bfloat16.inHardware() || !option.contains("bfloat16"), "skipped: this processor has no bfloat16");
        enrol();
        Run run = unlock(option, "faces_test/me_test.jpg");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("made by detector demo").contains("this lock looks by detector demo")
                .contains("differ in: ");
    }

    @Test
    void aCutTemplateIsRefusedBeforeAnyNetworkIsLoaded() throws IOException {
        enrol();
        Path template = folder.resolve("me.template");
        Files.write(template, Arrays.copyOf(Files.readAllBytes(template), 1000));
        Run run = unlock("faces_test/me_test.jpg");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("damaged").doesNotContain("models:");
    }

    @Test
    void bothAFolderAndATemplateAreMisuseAndSoIsNeither() {
        assertThat(unlock("--enrol", "faces/me", "faces_test").code()).isEqualTo(2);
        assertThat(run("unlock", "faces_test").code()).isEqualTo(2);
        assertThat(unlock("--fusion", "max", "faces_test").code()).isEqualTo(2);
    }

    @Test
    void attemptsAreLoggedWithoutEmbeddingsForTheOwnerAlone() throws IOException {
        enrol();
        Path log = folder.resolve("attempts.jsonl");
        unlock("--log", log.toString(), "faces_test");
        unlock("--log", log.toString(), "faces_test/me_test.jpg");
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(6).allSatisfy(line -> {
            JsonObject attempt = JsonParser.parseString(line).getAsJsonObject();
            assertThat(attempt.keySet()).containsExactly(
                    "time", "image", "outcome", "similarity", "threshold", "reason");
        });
        assertThat(lines.get(5)).contains("UNLOCKED");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log))).isEqualTo("rw-------");
    }

    @Test
    void aLogThatCannotBeWrittenKeepsTheAnswerBack() {
        enrol();
        Run run = unlock("--log", folder.toString(), "faces_test/me_test.jpg");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theHelpSaysWhatTheLockIsNot() {
        assertThat(run("unlock", "--help").out().replaceAll("\\s+", " "))
                .contains("2D only").contains("a printed photo").contains("may pass").contains("no security product");
    }

    @Test
    void nothingButTheTemplateIsLeftInTheFolder() throws IOException {
        enrol();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("me.template"));
        }
    }

    private Run enrol(String... options) {
        List<String> arguments = new ArrayList<>(List.of("enrol", "--out", folder.resolve("me.template").toString()));
        arguments.addAll(List.of(options));
        arguments.add("faces/me");
        return run(arguments.toArray(String[]::new));
    }

    private Run unlock(String... arguments) {
        List<String> all = new ArrayList<>(List.of("unlock", "--template", folder.resolve("me.template").toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of(MODELS));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new FaceUnlockCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }
}
