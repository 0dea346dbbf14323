package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell declares further down. */
class ForwardReferenceTest {
    private static void assertValue(String cell, Object value) {
        try (ShellSession session = new ShellSession()) {
            assertThat(session.value(cell)).contains(value);
        }
    }

    @Test
    void methodsMayUseEachOther() {
        assertValue("boolean even(int n) { return n == 0 || odd(n - 1); }\n"
                + "boolean odd(int n) { return n > 0 && even(n - 1); }\neven(10)", true);
    }

    @Test
    void classesMayUseEachOther() {
        assertValue("class Hen { Egg egg() { return new Egg(); } }\n"
                + "class Egg { Hen hen() { return new Hen(); } }\nnew Hen().egg().hen().egg() != null", true);
    }

    @Test
    void aSealedInterfaceMayPermitItsRecords() {
        assertValue("sealed interface Shape permits Circle, Square { }\nrecord Circle(int r) implements Shape { }\n"
                + "record Square(int a) implements Shape { }\nShape shape = new Square(3);\nshape.toString()",
                "Square[a=3]");
    }

    @Test
    void aSealedInterfaceNeedNotNameItsRecordsAsInASourceFile() {
        assertValue("sealed interface Shape<T> { int area(); }\n"
                + "record Square(int a) implements Shape<String> { public int area() { return a * a; } }\n"
                + "final class Dot implements Shape<String> { public int area() { return 0; } }\n"
                + "Shape<String> shape = new Square(3);\nshape.area() + new Dot().area()", 9);
    }

    @Test
    void aRecordsConstructorNeedNotBePublicAsInASourceFile() {
        assertValue("record Square(int a) {\n    Square {\n        a = Math.abs(a);\n    }\n}\nnew Square(-3).a()", 3);
    }

    @Test
    void linesBehindWhatIsPutInStayWhatTheyAre() {
        try (ShellSession session = new ShellSession()) {
            assertThat(session.report("sealed interface Shape {\n default int f() {\n  g();\n  return 1; }\n"
                    + " private void g() {\n int[] a = {};\n a[0]++;\n }\n}\nrecord Dot() implements Shape { }\n"
                    + "new Dot().f()")).contains("-->   7 |  a[0]++;", "-->   3 |   g();", "-->  11 | new");
        }
    }

    @Test
    void aStatementMayCallAMethodThatUsesOneFurtherDown() {
        assertValue("int twice(int x) { return 2 * once(x); }\nint made = twice(4);\n"
                + "int once(int x) { return x + 1; }\nmade", 10);
    }

    @Test
    void aStatementMayCallAMethodFurtherDown() {
        assertValue("var made = later(4);\nint later(int x) { return x + 1; }\nmade", 5);
    }

    @Test
    void statementsRunOnceAndInOrder() {
        assertValue("var order = new StringBuilder();\norder.append(\"a\");\nint use() { return later(1); }\n"
                + "order.append(use());\nint later(int x) { order.append(\"m\"); return x; }\norder.append(\"z\");\n"
                + "order.toString()", "am1z");
    }

    @Test
    void aNameThatTheCellNeverDefinesIsToldAtItsEnd() {
        try (ShellSession session = new ShellSession()) {
            assertThat(session.failure("int ran = 1;\nint use() { return never(1); }\nran = 2;")).hasMessage(
                    "line 2: method never(int) is not defined");
            assertThat(session.value("ran")).contains(2);
        }
    }

    @Test
    void aMethodMayUseAVariableFurtherDown() {
        assertValue("int use() { return limit; }\nint limit = 7;\nuse()", 7);
    }
}
