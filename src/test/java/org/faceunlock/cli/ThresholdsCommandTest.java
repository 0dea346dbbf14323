package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds of score files, as a user has them. */
class ThresholdsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheFieldsThatOtherToolsRead() throws IOException {
        ProgramRun run = thresholds("mated,score\n1,0.9\n1,0.5\n0,0.5\n0,0.1\n", "--json", "--target-fmr", "0.5");
        assertThat(run.code()).isZero();
        JsonObject json = new Gson().fromJson(run.out(), JsonObject.class);
        assertThat(json.get("mated").getAsInt()).isEqualTo(2);
        assertThat(json.get("non_mated").getAsInt()).isEqualTo(2);
        assertThat(json.get("eer")).hasToString("{\"rate\":0.25,\"threshold\":0.5}");
        assertThat(json.getAsJsonArray("points")).hasSize(4);
        assertThat(json.getAsJsonArray("points").get(1).getAsJsonObject().keySet())
                .containsExactly("threshold", "fmr", "fnmr", "fmr_ci", "fnmr_ci");
        assertThat(json.getAsJsonArray("points").get(1).toString())
                .startsWith("{\"threshold\":0.5,\"fmr\":0.5,\"fnmr\":0.0,\"fmr_ci\":[0.0125791170934");
        assertThat(json.getAsJsonObject("recommended").keySet()).contains("threshold", "rule", "grey_zone");
        assertThat(json.getAsJsonObject("recommended").getAsJsonArray("grey_zone")).hasSize(2);
    }

    @Test
    void textNamesProtocolThresholdAndWhatNoErrorProves() throws IOException {
        ProgramRun run = thresholds("1,0.9\n0,0.5\n0,0.1\n");
        assertThat(run.out()).contains("protocol     scores of a file").contains("recommended  0.7000")
                .contains("No error in 2 stranger pairs proves only FMR < 77.6 %");
    }

    @Test
    void badLineIsToldWithoutAStackTrace() throws IOException {
        ProgramRun run = thresholds("1,0.9\n0,inf\n");
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("line 2: score: expected a finite number").doesNotContain("\tat ");
    }

    @Test
    void failuresAreToldByTheirLines() throws IOException {
        ProgramRun run = thresholds("1,0.9\n0,nan\n0,0.1\n");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("line(s) 2");
        assertThat(run.out()).contains("FAR 0.00 %");
    }

    @Test
    void impossibleTargetIsMisuse() throws IOException {
        assertThat(thresholds("1,0.9\n0,0.1\n", "--target-fmr", "2").code()).isEqualTo(2);
        assertThat(thresholds("1,0.9\n0,0.1\n", "--target-fmr", "0.1", "--equal-error").code()).isEqualTo(2);
    }

    @Test
    void reportIsWrittenBesideTheResult() throws IOException {
        Path report = folder.resolve("new").resolve("report.html");
        ProgramRun run = thresholds("1,0.9\n0,0.5\n0,0.1\n", "--json", "--report", report.toString());
        assertThat(run.code()).isZero();
        assertThat(new Gson().fromJson(run.out(), JsonObject.class).get("mated").getAsInt()).isOne();
        assertThat(report).content().startsWith("<!DOCTYPE html>").contains("0.7000");
    }

    @Test
    void reportInPlaceOfAFolderIsRefusedBeforeTheWork() throws IOException {
        ProgramRun run = thresholds("no scores", "--report", folder.toString());
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("expected a name for a file");
    }

    @Test
    void scoresHaveNoSecondModel() throws IOException {
        ProgramRun run = thresholds("1,0.9\n0,0.1\n", "--compare", "demo");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("give --faces");
    }

    private ProgramRun thresholds(String scores, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), scores);
        String[] arguments = new String[options.length + 3];
        arguments[0] = "thresholds";
        arguments[1] = "--scores";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new FaceUnlockCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).execute(arguments);
        return new ProgramRun(code, out.toString(), err.toString());
    }
}
