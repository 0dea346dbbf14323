package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completion and help; the place of the cursor is written as |. */
class CodeAssistTest {
    private static final Path JDK_SOURCES = Path.of(System.getProperty("java.home"), "lib", "src.zip");
    private static CellRunner cells;

    @BeforeAll
    static void open() {
        cells = new CellRunner(JavaShell.withImports(), StandardMagics.create());
        cells.run(CellRunnerTest.task(), 1, "var größe = 3; var table = Table.create(\"t\"); int 𝑥𝑦 = 1;"
                + " /** Twice. */ int twice(int number) { return 2 * number; }");
    }

    @AfterAll
    static void close() {
        cells.shell().close();
    }

    private static int cursor(String cell) {
        return cell.codePointCount(0, cell.indexOf('|'));
    }

    private static CodeAssist.Proposals complete(String cell) {
        return new CodeAssist(cells).complete(cell.replace("|", ""), cursor(cell));
    }

    private static Optional<String> describe(String cell) {
        return new CodeAssist(cells).describe(cell.replace("|", ""), cursor(cell));
    }

    /** The cell after the first proposal was taken, as a page does it. */
    private static String taken(String cell) {
        CodeAssist.Proposals found = complete(cell);
        int[] points = cell.replace("|", "").codePoints().toArray();
        return new String(points, 0, found.from()) + found.texts().get(0)
                + new String(points, found.to(), points.length - found.to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "String s = \"🔓🔓\"; grö| + 1 > String s = \"🔓🔓\"; größe + 1",
        "/* 𝒳🔓 */ Thresh|.cosine(1) > /* 𝒳🔓 */ Threshold.cosine(1)",
        "int z = 𝑥| > int z = 𝑥𝑦",
        "var p = Path.of(\"🔓\", \"faces_t|\"); > var p = Path.of(\"🔓\", \"faces_test/\");",
        "%load 🔓 faces_t| > %load 🔓 faces_test/"})
    void completionAfterCharactersBeyond16BitsReplacesTheRightText(String cell, String expected) {
        assertThat(taken(cell)).isEqualTo(expected);
    }

    @Test
    void completionKnowsTheMethodsOfVariablesOfTheSameCell() {
        assertThat(complete("var words = new ArrayList<String>();\nwords.addA|").texts()).contains("addAll(");
    }

    @Test
    void completionKnowsVariablesThatTheSameCellDeclares() {
        assertThat(complete("import java.io.File;\nfor (var number : List.of(1)) {\n    num|").texts())
                .contains("number");
    }

    @Test
    void completionKnowsTheLibrary() {
        assertThat(complete("SimilarityMatrix.o|").texts()).contains("of(");
    }

    @Test
    void packagesAreCompletedInImports() {
        assertThat(taken("import org.faceunlock.pl|")).isEqualTo("import org.faceunlock.plot.");
        assertThat(taken("var a = 1;\nimport java.uti|")).isEqualTo("var a = 1;\nimport java.util.");
    }

    @ParameterizedTest
    @CsvSource({"Path.of(\"src/ma|, Path.of(\"src/main/", "%load src/ma|, %load src/main/",
        "%classpath \"src/main/ja|, %classpath \"src/main/java/", "new File(\"./pom.x|\"), new File(\"./pom.xml\")"})
    void filesAreCompletedInStringsAndAfterMagics(String cell, String expected) {
        assertThat(taken(cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"// Thresh|", "/* Thresh| */", "var s = \"\"\"\n Thresh|\n \"\"\";", "'T|'"})
    void nothingIsProposedInCommentsTextBlocksAndCharacters(String cell) {
        assertThat(complete(cell).texts()).isEmpty();
    }

    @Test
    void magicsAreCompleted() {
        assertThat(complete("%cl|").texts()).containsExactly("%classpath");
        assertThat(taken("int a = 1;\n  %wh|")).isEqualTo("int a = 1;\n  %who");
        assertThat(taken("%%ti|")).isEqualTo("%%time");
        assertThat(taken("%time Thresh|")).isEqualTo("%time Threshold");
    }

    @Test
    void javaBesideMagicsIsCompleted() {
        assertThat(taken("%who it's\nThresh|\n%who")).isEqualTo("%who it's\nThreshold\n%who");
    }

    @Test
    void helpOnOurClassesIsSignatureAndDocumentation() {
        assertThat(describe("SimilarityMatrix|")).get().asString()
                .startsWith("org.faceunlock.compare.SimilarityMatrix\n\n")
                .contains("    Cosine similarities of n faces with one another: n x n numbers");
    }

    @Test
    void helpOnAMethodTellsParametersAndWhatIsReturned() {
        assertThat(describe("SimilarityMatrix.of|(null)")).get().asString()
                .contains("SimilarityMatrix SimilarityMatrix.of(List<String> names, double[][] values)",
                        "\n    names: what to call each face", "\n    returns exactly symmetric");
    }

    @Test
    void helpOnARecordsComponentIsWhatTheRecordSaysOfIt() {
        assertThat(describe("Threshold.cosine(1).value|")).contains("double Threshold.value()\n\n"
                + "    raw cosine, -1 to 1; the higher, the stricter");
    }

    @Test
    void helpOnTheConstructorOfARecordIsTheRecords() {
        assertThat(describe("new Threshold|(")).get().asString()
                .startsWith("Threshold(double value, SimilarityScale scale)\n\n")
                .contains("The similarity from which on two faces count as the same person's.");
    }

    @Test
    void helpIsInheritedFromWhatIsOverridden() {
        assertThat(describe("Checkbox c = null;\nc.value|()")).get().asString()
                .startsWith("Boolean Checkbox.value()\n\n    ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Threshold.cosine(|", "Threshold.cosine(0.8|)", "List.of(1, Threshold.cosine(|",
        "double d = 1;\nThreshold.cosine( d + |", "Threshold.cos|ine(1)", "Threshold.cosine|",
        "String s = \"🔓\"; Threshold.cosine|(1)", "%time Threshold.cosine|(1)", "%%time\nThreshold.cosine|(1)",
        "Threshold.cosine(\"🔓|\")"})
    void helpIsThatOfTheNameAtTheCursorOrOfTheCallAroundIt(String cell) {
        assertThat(describe(cell)).get().asString().startsWith("Threshold Threshold.cosine(double value)\n\n"
                + "    A threshold on the raw cosine");
    }

    @Test
    void helpOnAVariableIsItsTypeAndTheTypesDocumentation() {
        assertThat(describe("größe|")).contains("int größe");
        assertThat(describe("Threshold t = null;\nt|")).get().asString()
                .startsWith("Threshold t\n\n    The similarity from which on");
    }

    @Test
    void helpOnAMemberIsNotThatOfAVariableOfItsName() {
        assertThat(describe("record R(String größe) { }\nnew R(\"\").größe|")).isNotEqualTo(describe("größe|"));
    }

    @Test
    void helpOnAMethodOfACellIsItsSignature() {
        assertThat(describe("twice|(3)")).contains("int twice(int number)");
    }

    @Test
    void helpOnTablesIsThereWhereItsSourcesAre() {
        assertThat(describe("table.rowCount|()")).get().asString().startsWith("int Table.rowCount()");
    }

    @Test
    void helpOnTheJdkComesFromItsSources() {
        assumeThat(JDK_SOURCES).as("sources of this JDK").isReadable();
        assertThat(describe("new ArrayList<String>().forEach|(")).get().asString()
                .contains("Performs the given action for each element", "The behavior of this method is unspecified")
                .doesNotContain("@", "<code>", "{");
    }

    @Test
    void helpOnTheJdkWithoutSourcesSaysWhereToRead() {
        assumeThat(Files.exists(JDK_SOURCES)).as("sources of this JDK").isFalse();
        assertThat(describe("List.of|(")).get().asString().endsWith("/docs/api/java.base/java/util/List.html")
                .containsOnlyOnce("https://");
    }

    @Test
    void helpOnAMagicIsItsLineOfTheList() {
        assertThat(describe("%classpath| x")).contains(cells.magics().help("classpath").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"// Threshold|", "|", "nonsense|", "%nonsense|", "int|", "3|"})
    void whereThereIsNothingToSayNothingIsSaid(String cell) {
        assertThat(describe(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, 4, 99})
    void aCursorAnywhereIsAnswered(int cursor) {
        CodeAssist assist = new CodeAssist(cells);
        assertThat(assist.complete("🔓\"🔓", cursor).to()).isBetween(0, 3);
        assertThat(assist.describe("🔓\"🔓", cursor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mtcnn", "FaceEmbedder", "ImageFolder", "Embeddings", "Pca", "SimilarityHeatmap",
        "FloatSlider"})
    void theClassesThatNotebooksUseHaveHelp(String name) {
        assertThat(describe(name + "|")).get().asString()
                .matches("(?s)org\\.faceunlock\\.[a-z.]+" + name + "\n\n    \\p{Lu}.*");
    }
}
