package org.faceunlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the sources to the table of packages, and each rule to a source that breaks it. */
class ArchitectureTest {

    private final List<SourceFile> program = SourceFile.all();

    @Test
    void sourcesAreFound() {
        assertThat(program).extracting(SourceFile::path).contains("org/faceunlock/cli/Main.java",
                "org/faceunlock/geometry/Box.java");
    }

    @Test
    void everyPackageKnowsOnlyWhomItMay() {
        assertThat(ArchitectureRules.forbiddenImports(program)).isEmpty();
    }

    @Test
    void packagesKnowOneAnotherInNoCircle() {
        assertThat(ArchitectureRules.cycles(program)).isEmpty();
    }

    @Test
    void librariesWithOneDoorAreEnteredByIt() {
        assertThat(ArchitectureRules.wrongDoors(program)).isEmpty();
    }

    @Test
    void plainRoomsDoWithoutLibraries() {
        assertThat(ArchitectureRules.foreignLibraries(program)).isEmpty();
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() {
        assertThat(ArchitectureRules.longClasses(program)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatIsInIt() {
        assertThat(ArchitectureRules.untoldPackages(program)).isEmpty();
    }

    @Test
    void namesSayWhatTheyMean() {
        assertThat(ArchitectureRules.vagueNames(program)).isEmpty();
    }

    @Test
    void numbersAreWrittenInTheDigitsOfNoLocale() {
        assertThat(LocaleRules.localised(program)).isEmpty();
    }

    @Test
    void numberInTheDigitsOfTheLocaleIsFound() {
        assertThat(LocaleRules.localised(List.of(
                planted("image", "A", "\"%d of %s\".formatted(1, 2)"),
                planted("image", "B", "String.format(\"%,d\", 1)"),
                planted("image", "C", "out.printf(\"%.2f\", x); String.format(Locale.ROOT, \"%.2f\", x)")))).hasSize(3);
    }

    @Test
    void numberInTheDigitsOfTheRootIsNot() {
        assertThat(LocaleRules.localised(List.of(planted("image", "A", "// %d\n\"%s of 100 %%, for\".formatted(1);"
                + "String.format(Locale.ROOT, (small) ? \"%.1e\" : \"%.3f\", x)")))).isEmpty();
    }

    @Test
    void nothingKnowsTheCommandLineButTheWorkshopsCommands() {
        assertThat(ArchitectureRules.whoMayImport("cli")).containsExactly("demo.cli");
    }

    @Test
    void nothingOutsideTheWorkshopKnowsIt() {
        assertThat(ArchitectureRules.MAY_IMPORT.keySet()).filteredOn(name -> name.startsWith("demo")).isNotEmpty()
                .flatMap(ArchitectureRules::whoMayImport).allMatch(name -> name.startsWith("demo"));
    }

    @Test
    void tableItselfHasNoCircle() {
        ArchitectureRules.MAY_IMPORT.forEach((room, allowed) -> allowed.forEach(other ->
                assertThat(ArchitectureRules.MAY_IMPORT.get(other)).as("%s and %s", room, other).doesNotContain(room)));
    }

    @Test
    void forbiddenImportIsFound() {
        assertThat(ArchitectureRules.forbiddenImports(List.of(planted("geometry", "Circle",
                "import org.faceunlock.image.RgbImage;")))).hasSize(1).first().asString().contains("knows image");
    }

    @Test
    void forbiddenImportBetweenSubPackagesIsFound() {
        assertThat(ArchitectureRules.forbiddenImports(List.of(planted("notebook/widget", "Tree",
                "import org.faceunlock.notebook.kernel.Kernel;")))).hasSize(1);
    }

    @Test
    void forbiddenNameInTheCodeIsFound() {
        assertThat(ArchitectureRules.forbiddenImports(List.of(planted("geometry", "Circle",
                "class Circle { org.faceunlock.cli.Main main; }")))).hasSize(1);
    }

    @Test
    void namesInCommentsAndStringsDoNotCount() {
        assertThat(ArchitectureRules.forbiddenImports(List.of(planted("geometry", "Circle",
                "/** org.faceunlock.cli.Main */ class Circle { String s = \"org.faceunlock.cli.Main\"; } "
                        + "// org.faceunlock.cli.Main")))).isEmpty();
    }

    @Test
    void sourceOutsideTheRoomsIsFound() {
        assertThat(ArchitectureRules.forbiddenImports(List.of(planted("attic", "Box", "")))).hasSize(1);
    }

    @Test
    void libraryThroughTheWrongDoorIsFound() {
        assertThat(ArchitectureRules.wrongDoors(List.of(
                planted("detect", "A", "import ai.djl.ndarray.NDArray;"),
                planted("cli", "B", "import org.knowm.xchart.XYChart;")))).hasSize(2);
    }

    @Test
    void libraryInAPlainRoomIsFound() {
        assertThat(ArchitectureRules.foreignLibraries(List.of(
                planted("geometry", "A", "import tech.tablesaw.api.Table;"),
                planted("projection", "B", "import org.apache.commons.math3.linear.RealMatrix;")))).hasSize(1);
    }

    @Test
    void circleOfThreePackagesIsFound() {
        assertThat(ArchitectureRules.cycles(List.of(
                planted("image", "A", "import org.faceunlock.network.B;"),
                planted("network", "B", "import org.faceunlock.detect.C;"),
                planted("detect", "C", "import org.faceunlock.image.A;")))).hasSize(3);
    }

    @Test
    void fileOfThreeHundredAndOneLinesIsFound() {
        assertThat(ArchitectureRules.longClasses(List.of(
                planted("image", "A", "\n".repeat(301)), planted("image", "B", "\n".repeat(300))))).hasSize(1);
    }

    @Test
    void pageOfTheArchitectureNamesClassesThatExist() throws IOException {
        Set<String> known = new HashSet<>(Set.of("BufferedImage", "Callable"));
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .forEach(name -> known.add(name.substring(0, name.length() - ".java".length())));
        }
        String page = Files.readString(Path.of("docs/architecture.md"));
        assertThat(Pattern.compile("`([A-Z][a-z]\\w*)").matcher(page).results().map(match -> match.group(1)))
                .hasSizeGreaterThan(50).allMatch(known::contains);
    }

    @Test
    void packageThatDoesNotSayWhatIsInItIsFound() {
        assertThat(ArchitectureRules.untoldPackages(List.of(planted("image", "A", ""),
                planted("image", "package-info", ""), planted("plot", "B", ""))))
                .containsExactly("org.faceunlock.plot");
    }

    @Test
    void vagueNamesAreFound() {
        assertThat(ArchitectureRules.vagueNames(List.of(planted("image/util", "A", ""),
                planted("image", "ImageHelper", ""), planted("image", "UtilityCurve", "")))).hasSize(2);
    }

    private static SourceFile planted(String room, String name, String text) {
        return new SourceFile("org/faceunlock/" + room + "/" + name + ".java", text);
    }
}
