package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandTeachesItsUseByExample() {
        assertThat(commands(new CommandLine(new FaceUnlockCommand()))).hasSizeGreaterThan(5).allSatisfy(command -> {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help).contains("Example").contains("./face-unlock ").contains("--help");
            assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        });
    }

    @Test
    void helpGoesToStandardOutput() throws IOException {
        ProgramRun run = run("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: face-unlock");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsThatOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(run("--version").out()).startsWith("face-unlock " + version + " (Java ");
    }

    @Test
    void noCommandIsMisuse() throws IOException {
        ProgramRun run = run();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: face-unlock");
    }

    @Test
    void mistypedCommandIsMisuseAndTheRightOneIsProposed() throws IOException {
        ProgramRun run = run("modles");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("face-unlock models");
    }

    @Test
    void unknownModelIsMisuseAndTheKnownOnesAreListed() throws IOException {
        ProgramRun run = run("models", "fetch", "mtcnm");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mtcnm").contains("mtcnn, vggface2, casia-webface").doesNotContain("\tat ");
    }

    @Test
    void casiaWebfaceWithoutChecksumIsMisuse() throws IOException {
        ProgramRun run = run("models", "fetch", "casia-webface");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--sha256 HEX");
    }

    @Test
    void checksumThatIsNoneIsMisuse() throws IOException {
        ProgramRun run = run("models", "fetch", "casia-webface", "--sha256", "1234");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("64 hexadecimal digits");
    }

    @Test
    void checksumAgainstTheRecordIsMisuse() throws IOException {
        assertThat(run("models", "fetch", "vggface2", "--sha256", "ab".repeat(32)).code()).isEqualTo(2);
    }

    @Test
    void unknownSourceIsMisuse() throws IOException {
        ProgramRun run = run("models", "fetch", "real", "--from", "ftp");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mirror, web, npm").contains("ftp");
    }

    @Test
    void groupOfRealModelsIsMtcnnAndDlib() throws IOException {
        assertThat(run("models", "path", "real").out().lines()).hasSize(5)
                .contains(folder.resolve("models/dlib/face_recognition_model.bin").toString());
    }

    @Test
    void failureIsOneLineWithoutStackTrace() throws IOException {
        ProgramRun run = fetchFromEmptyMirror();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString()
                .startsWith("face-unlock: the mirror of FACE_UNLOCK_MIRROR has no ");
    }

    @Test
    void failureHasAStackTraceWithDebug() throws IOException {
        ProgramRun run = fetchFromEmptyMirror("--debug");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("FetchException").contains("\tat org.faceunlock.");
    }

    @Test
    void listHasALineForEachModelAndFetchesNothing() throws IOException {
        ProgramRun run = run("models", "list");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(5);
        assertThat(run.out()).contains("mtcnn").contains("dlib").contains("111.9 MB").contains("missing")
                .contains("MIT");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void pathOfAMissingModelIsPrintedAndTheAnswerIsNo() throws IOException {
        ProgramRun run = run("models", "path", "mtcnn");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).containsExactly(
                folder.resolve("models/mtcnn/pnet.pt").toString(),
                folder.resolve("models/mtcnn/rnet.pt").toString(),
                folder.resolve("models/mtcnn/onet.pt").toString());
    }

    @Test
    void verifyFindsADamagedFile() throws IOException {
        Path pnet = folder.resolve("models/mtcnn/pnet.pt");
        Files.createDirectories(pnet.getParent());
        Files.write(pnet, new byte[28_570]);
        ProgramRun run = run("models", "verify");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(pnet + ": damaged: wrong SHA-256");
    }

    @Test
    void verifyOfANamedMissingModelIsNo() throws IOException {
        assertThat(run("models", "verify", "mtcnn").code()).isEqualTo(1);
    }

    @Test
    void verifyOfAnEmptyStoreIsNoAndSaysWhatToDo() throws IOException {
        ProgramRun run = run("models", "verify");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains(folder.toString()).contains("models fetch mtcnn vggface2");
    }

    @Test
    void nonsenseForAnyOptionIsRefusedWithoutTheNamesOfJavasClasses() {
        FaceUnlockCommand root = new FaceUnlockCommand();
        List<String> refusals = new ArrayList<>();
        for (CommandLine command : commands(Main.commandLine(root))) {
            for (ArgSpec argument : command.getCommandSpec().args()) {
                List<String> line = argument instanceof OptionSpec option
                        ? List.of(option.longestName() + "=80%") : List.of("80%");
                StringWriter err = new StringWriter();
                command.setErr(new PrintWriter(err, true));
                try {
                    command.parseArgs(line.toArray(String[]::new));
                } catch (CommandLine.ParameterException e) {
                    new ErrorReport(root).handleParseException(e, new String[0]);
                    refusals.add(err.toString().lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(refusals).hasSizeGreaterThan(40).allSatisfy(refusal -> assertThat(refusal)
                .startsWith("face-unlock: ")
                .doesNotContainPattern("java\\.|Exception|\\b(int|long|double|boolean)\\b|convert"));
        assertThat(refusals).contains(
                "face-unlock: Invalid value for option '--threshold': expected a number, found '80%'",
                "face-unlock: Invalid value for option '--steps': '80%' is not a whole number, or too large",
                "face-unlock: Invalid value for option '--min-face': '80%' is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures --faces F --out O", "crop --out O F", "detect --overlay O F",
        "people render --out O",
        "train detector --out O", "train embedder --out O/x.pt", "bench embedder --out O"})
    void aFolderThatCannotBeWrittenToIsRefusedBeforeTheWork(String line) throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        ProgramRun run = run(line.replace("O", file.resolve("out").toString()).replace("F", "faces").split(" "));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("face-unlock: cannot write to ").contains("a file at " + file)
                .doesNotContain("models:");
    }

    @Test
    void anErrorOfJavasIsOneLineWithoutStackTrace() {
        StringWriter err = new StringWriter();
        FaceUnlockCommand root = new FaceUnlockCommand();
        CommandLine line = new CommandLine(root).setErr(new PrintWriter(err, true));
        assertThat(new ErrorReport(root).handleError(new OutOfMemoryError("Java heap space"), line)).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("not enough memory")
                .contains("FACE_UNLOCK_JAVA_OPTS");
    }

    @Test
    void unknownSetOfPhotosIsMisuse() throws IOException {
        ProgramRun run = run("photos", "fetch", "artikel");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("article");
    }

    @Test
    void readerThatWentAwayEndsTheProgramQuietly() throws IOException {
        Path err = folder.resolve("err.txt");
        Process process = ProgramRun.builder(ProgramRun.javaCommand("models", "list"), variables())
                .redirectError(err.toFile()).start();
        process.getInputStream().close();
        assertThat(ProgramRun.await(process)).isEqualTo(OutputException.READER_GONE);
        assertThat(err).isEmptyFile();
    }

    @Test
    void fullDiskBehindTheOutputIsAnError() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: this system has no " + full);
        Path err = folder.resolve("err.txt");
        Process process = ProgramRun.builder(ProgramRun.javaCommand("models", "list"), variables())
                .redirectOutput(full.toFile()).redirectError(err.toFile()).start();
        assertThat(ProgramRun.await(process)).isEqualTo(1);
        assertThat(err).content().contains("cannot write the output").doesNotContain("\tat ");
    }

    @Test
    void unexpectedExceptionSaysItIsOne() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        FaceUnlockCommand root = new FaceUnlockCommand();
        CommandLine line = new CommandLine(root)
                .setErr(new PrintWriter(new PrintStream(err, true, StandardCharsets.UTF_8), true));
        int code = new ErrorReport(root).handleExecutionException(new IllegalStateException("odd"), line, null);
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("should not have happened").contains("odd")
                .contains("--debug");
    }

    @Test
    void withAHomeThatCannotBeWrittenToPhotosAreEmbeddedAndTheMissingCacheIsTold() throws IOException {
        Path home = Files.createFile(folder.resolve("no folder"));
        ProgramRun run = ProgramRun.of(Map.of("FACE_UNLOCK_HOME", home.toString()), "embed", "--json",
                "faces/me/me_1.jpg");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"embedding\":[");
        assertThat(run.err()).contains("no cache: " + home).contains("FACE_UNLOCK_HOME");
    }

    private ProgramRun fetchFromEmptyMirror(String... more) throws IOException {
        Path mirror = Files.createDirectories(folder.resolve("mirror"));
        List<String> arguments = Stream.concat(Stream.of("models", "fetch", "vggface2", "--from", "mirror"),
                Stream.of(more)).toList();
        return ProgramRun.of(Map.of("FACE_UNLOCK_HOME", folder.toString(), "FACE_UNLOCK_MIRROR", mirror.toString()),
                arguments.toArray(String[]::new));
    }

    private ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.of(variables(), arguments);
    }

    private Map<String, String> variables() {
        return Map.of("FACE_UNLOCK_HOME", folder.toString());
    }

    private static List<CommandLine> commands(CommandLine root) {
        return Stream.concat(Stream.of(root),
                root.getSubcommands().values().stream().flatMap(sub -> commands(sub).stream())).toList();
    }
}
