package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are edited and run again, and text that is not plain. */
class KernelSessionTest {
    private static final String LOCK = "🔓";

    @RegisterExtension
    static final LiveKernel KERNEL = new LiveKernel();

    private static String value(String code) {
        Exchange exchange = KERNEL.page().run(code);
        assertThat(exchange.status()).as(exchange.toString()).isEqualTo("ok");
        return exchange.value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "double strict(double b) { return b + 0.05; }|var limit = strict(0.75);|double strict(double b) { return b +"
            + " 0.1; }|limit|0.0",
        "var base = \"first\";|var derived = base.substring(2);|var base = \"second\";|derived|",
        "class Point { int x = 1; }|var point = new Point();|class Point { int x = 1; int y = 2; }|point == null|true",
        "var x = 1;|var y = x + 1;|var x = \"text\";|y|0",
        "record R(int a) { }|var rs = List.of(new R(1));|record R(int a, int b) { }|rs == null|true",
        "enum Hue { RED }|Hue hue = Hue.RED;|enum Hue { RED, BLUE }|hue|",
        "var list = new ArrayList<>(List.of(1));|var size = list.size();|var list = new ArrayList<>(List.of(1,"
        + " 2));|size|0",
        "int scale = 2;|IntUnaryOperator times = n -> n * scale;|int scale = 3;|times == null|true"})
    void runningAnUpperCellAgainResetsNothingInSilence(String upper, String lower, String again, String look,
            String reset) {
        value(upper);
        value(lower);
        Exchange second = KERNEL.page().run(again);
        Exchange looked = KERNEL.page().run(look);
        String name = lower.replaceAll("^\\w+ (\\w+) = .*", "$1");
        boolean told = second.shown().matches("(?s).*\\b" + name + "\\b.*");
        boolean isReset = !looked.status().equals("ok") || looked.value().equals(reset == null ? "" : reset);
        assertThat(told || !isReset).as("%s; %s", second, looked).isTrue();
    }

    @Test
    void aCellThatIsRunAgainComputesItsOwnVariablesAnew() {
        value("int own = 5;");
        value("own = 6;");
        value("int own = 5;");
        assertThat(value("own")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"var s = \"🔓\"; s.subs", "/* 🔓🔓 */ \"a\".subs", "var t = \"\"\"\n  🔓\n  \"\"\";\nt.subs",
        "\"日本\".subs"})
    void completionAfterAnyCharactersReplacesTheRightText(String code) {
        int cursor = code.codePointCount(0, code.length());
        Exchange completion = KERNEL.page().shell("complete_request", "code", code + " // " + LOCK, "cursor_pos",
                cursor).answered();
        assertThat(completion.reply().get("matches").toString()).as(completion.toString()).contains("substring");
        assertThat(Json.number(completion.reply(), "cursor_start", -1)).isEqualTo(cursor - "subs".length());
        assertThat(Json.number(completion.reply(), "cursor_end", -1)).isEqualTo(cursor);
    }

    @Test
    void inspectionAfterAnyCharactersFindsTheRightName() {
        String code = "var u = \"🔓🔓🔓\"; Math.max(1, 2)";
        int cursor = code.codePointCount(0, code.indexOf("max") + 2);
        Exchange inspection = KERNEL.page().shell("inspect_request", "code", code, "cursor_pos", cursor,
                "detail_level", 0).answered();
        assertThat(Json.flag(inspection.reply(), "found", false)).as(inspection.toString()).isTrue();
        assertThat(inspection.reply().toString()).contains("max(");
    }

    @Test
    void aLineOfATextBlockThatBeginsWithAPercentSignIsText() {
        assertThat(value("var block = \"\"\"\n    %who is there\n    %%time flies\n    \"\"\";\nblock"))
                .isEqualTo("%who is there\n%%time flies\n");
    }

    @Test
    void aLineOfACommentThatBeginsWithAPercentSignIsAComment() {
        assertThat(value("/*\n%who\n%nonsense\n*/ 3")).isEqualTo("3");
    }

    @Test
    void aLineOfAnExpressionThatBeginsWithAPercentSignIsARemainder() {
        assertThat(value("int rest = 17\n    % 5;\nrest")).isEqualTo("2");
    }

    @Test
    void namesMayBeOfAnyScript() {
        assertThat(value("double größe = 1.5; int 数 = 2;\ngröße * 数")).isEqualTo("3.0");
    }
}
