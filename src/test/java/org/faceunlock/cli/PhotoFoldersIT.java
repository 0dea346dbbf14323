package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of photos as users have them, given to the program in processes of its own; with the small networks. */
class PhotoFoldersIT {

    @TempDir
    private Path folder;
    private Path faces;

    /** Two people with a file of one name. */
    @BeforeEach
    void twoPeople() throws IOException {
        faces = folder.resolve("faces");
        copy("faces/me", "me", "1.jpg");
        copy("faces_test", "you", "1.jpg");
    }

    private void copy(String from, String person, String name) throws IOException {
        try (Stream<Path> photos = Files.list(Path.of(from))) {
            Path photo = photos.filter(file -> file.toString().endsWith(".jpg")).filter(file -> !file.toString()
                    .matches(".*(group|no_face).*")).sorted().findFirst().orElseThrow();
            Files.copy(photo, Files.createDirectories(faces.resolve(person)).resolve(name));
        }
    }

    @Test
    void figuresInTheFolderThatIsReadAreLeftOutOfTheNextRunAndToldOf() throws IOException {
        String place = faces.toString();
        assertThat(run("crop", "--out", place + "/crops", place).code()).isZero();
        assertThat(run("figures", "--faces", place, "--out", place + "/figures").code()).isZero();
        ProgramRun again = run("figures", "--faces", place, "--out", place);
        assertThat(again.code()).isZero();
        assertThat(Files.readAllLines(faces.resolve("report.csv"))).hasSize(3);
        assertThat(again.err()).contains("left out: 5 pictures that this program wrote");
        ProgramRun crops = run("embed", "--no-detect", place + "/crops");
        assertThat(crops.out().lines()).hasSize(2);
    }

    @Test
    void equalFileNamesAreToldApartInTablesAndFiles() throws IOException {
        Path out = folder.resolve("out");
        assertThat(run("figures", "--faces", faces.toString(), "--out", out.toString()).code()).isZero();
        List<String> rows = Files.readAllLines(out.resolve("similarity.csv"));
        assertThat(rows.get(0)).isEqualTo("name,me/1.jpg,you/1.jpg");
        assertThat(rows).extracting(row -> row.split(",")[0]).containsExactly("name", "me/1.jpg", "you/1.jpg");
        assertThat(run("crop", "--out", out.toString(), faces.toString()).out().lines())
                .containsExactly(out.resolve("me/1.png").toString(), out.resolve("you/1.png").toString());
        assertThat(run("unlock", "--enrol", faces + "/me", faces.toString()).out())
                .contains(" me/1.jpg").contains(" you/1.jpg");
    }

    @Test
    void aPhotoTooLargeForTheHeapIsARowAndTheNextIsLookedAt() throws IOException {
        BufferedImage large = new BufferedImage(7900, 7900, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(large, "png", faces.resolve("me/0.png").toFile());
        List<String> command = ProgramRun.javaCommand("detect", faces.toString());
        command.add(1, "-Xmx200m");
        ProgramRun run = ProgramRun.of(command, Path.of("."), variables());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("0.png: unreadable").contains("me/1.jpg (").contains("you/1.jpg (");
        assertThat(run.err()).contains("0.png: 7900 x 7900 pixels want about 999 MB of memory").contains("-Xmx2g")
                .doesNotContain("\tat ");
    }

    @Test
    void aLockedFolderIsARowAndNotTheEnd() throws IOException {
        Path locked = Files.createDirectories(faces.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        ProgramRun run = ProgramRun.of(asAnybody(ProgramRun.javaCommand("detect", faces.toString())), Path.of("."),
                variables());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("me/1.jpg (").contains("you/1.jpg (").contains(locked + ": unreadable");
        assertThat(run.err()).contains(locked + ": the folder could not be listed; check its permissions");
    }

    /** The command without root's right to open what it may not. */
    private static List<String> asAnybody(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "skipped: root, and no setpriv");
        List<String> without = new ArrayList<>(
                List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"));
        without.addAll(command);
        return without;
    }

    @Test
    void aFileNameThatIsNotUtf8IsFound() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")), "skipped: no /proc");
        String java = String.join(" ", ProgramRun.javaCommand("detect"));
        ProgramRun run = ProgramRun.of(List.of("sh", "-c", "e=$(printf '\\351'); cp me/1.jpg zo$e.jpg; cp -r you z$e;"
                + java + " zo$e.jpg z$e/1.jpg z$e"), faces, variables());
        assertThat(run.out()).contains("zo\ufffd.jpg (").contains("z\ufffd/1.jpg (");
        assertThat(run.out().lines().filter(line -> line.contains("1 face"))).hasSize(3);
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Duser.language=ar -Duser.country=EG",
        "-Duser.language=th -Duser.country=TH -Duser.variant=TH"})
    void digitsAreThoseOfEverybodyWhateverTheLocale(String locale) throws IOException {
        List<String> command = ProgramRun.javaCommand("figures", "--faces", faces.toString(), "--out", folder + "/out");
        command.addAll(1, List.of(locale.split(" ")));
        ProgramRun run = ProgramRun.of(command, Path.of("."), variables());
        assertThat(run.code()).isZero();
        assertThat(run.out() + run.err() + Files.readString(folder.resolve("out/report.csv"))
                + Files.readString(folder.resolve("out/similarity.csv"))).matches("\\p{ASCII}*");
    }

    private ProgramRun run(String... arguments) throws IOException {
        return ProgramRun.of(variables(), arguments);
    }

    private Map<String, String> variables() {
        return Map.of("FACE_UNLOCK_HOME", folder.resolve("home").toString(), "LC_ALL", "C.UTF-8");
    }
}
