package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    void failureIsOneLineWithoutStackTrace() throws IOException {
        ProgramRun run = fetchFromEmptyMirror();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("face-unlock: the mirror has no ");
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
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out()).contains("mtcnn").contains("111.9 MB").contains("missing").contains("MIT");
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
    void verifyOfAnEmptyStoreIsYes() throws IOException {
        assertThat(run("models", "verify").code()).isZero();
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

    private ProgramRun fetchFromEmptyMirror(String... more) throws IOException {
        Path mirror = Files.createDirectories(folder.resolve("mirror"));
        List<String> arguments = Stream.concat(Stream.of("models", "fetch", "mtcnn"), Stream.of(more)).toList();
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
