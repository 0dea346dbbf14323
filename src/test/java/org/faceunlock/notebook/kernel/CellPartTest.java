package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellPartTest {

    /** Each part as its magic and its text, or as Java's text. */
    private static List<String> parts(String cell) {
        return CellPart.of(cell, name -> name.equals("who")).stream().map(part -> part.isJava()
                ? cell.substring(part.from(), part.to()) : "<" + part.magic() + "> " + part.arguments(cell)).toList();
    }

    @Test
    void aCellWithoutMagicsIsOnePart() {
        assertThat(parts("int a = 1;\na")).containsExactly("int a = 1;\na");
    }

    @Test
    void aLineThatBeginsWithAPercentSignIsAMagicWithTheRestOfTheLine() {
        assertThat(parts("int a = 1;\n  %time  a + 1 \na")).containsExactly("int a = 1;\n", "<%time> a + 1", "a");
    }

    @Test
    void twoPercentSignsTakeTheRestOfTheCell() {
        assertThat(parts("// timed\n%%time\nint a = 1;\na")).containsExactly("<%%time> int a = 1;\na");
    }

    @Test
    void aMagicMayFollowABlock() {
        assertThat(parts("void f() {\n}\n%who")).containsExactly("void f() {\n}\n", "<%who> ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "String s = \"\"\"\n  %who\n  \\\"\"\"\n  %who\n  \"\"\";",
        "/*\n%who\n*/ int a;",
        "/* \" */ f(\"\\\"(\", '\"',\n%who);",
        "int a = f(1)\n    % g(2);",
        "int a = b\n%c;",
        "int a = (b\n%who);",
        "var m = List.of(1,\n%who\n);",
        "for (;;) {\n%who\n}",
        "// it's\nint c = '\\''\n%d;"})
    void aLineOfATextBlockACommentOrAnExpressionThatGoesOnIsNoMagic(String cell) {
        assertThat(parts(cell)).containsExactly(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"// it's \"\n%who", "/* ( */\n%who", "\n\n\t%who"})
    void commentsBeforeAMagicDoNotHideIt(String cell) {
        assertThat(parts(cell)).containsExactly("<%who> ");
    }

    @Test
    void quotesAndBracketsOfAMagicAreNotJavas() {
        assertThat(parts("%load it's (1\n%who\nint a;")).containsExactly("<%load> it's (1", "<%who> ", "int a;");
    }

    @Test
    void afterAStatementWithoutSemicolonAMagicIsOneThatThereIs() {
        assertThat(parts("int a = 5\n%who")).containsExactly("int a = 5\n", "<%who> ");
        assertThat(parts("int a = 5\n%whom")).containsExactly("int a = 5\n%whom");
    }

    @Test
    void aPercentSignAloneIsAMagicWithoutAName() {
        assertThat(parts("%\n% 5")).containsExactly("<%> ", "% 5");
    }

    @Test
    void namesMayBeOfAnyAlphabet() {
        assertThat(parts("%größe 🔓")).containsExactly("<%größe> 🔓");
    }

    @Test
    void aPartAloneKeepsItsLinesAndColumns() {
        String cell = "int a;\n%time f(🔓)\nb";
        CellPart magic = CellPart.of(cell, name -> false).get(1);
        assertThat(magic.alone(cell)).isEqualTo("      \n      f(🔓)");
    }
}
