package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cells are run again, edited and as they are. */
class RedefinitionTest {
    private static final String STRICT = "double strict(double base) { return base + 0.05; }";
    private static final String STRICTER = "double strict(double base) { return base + 0.10; }";

    @Test
    void aThresholdMadeByAMethodKeepsItsValueWhenTheMethodIsEdited() {
        try (ShellSession session = new ShellSession(STRICT, "var limit = strict(0.75);")) {
            assertThat(session.notes(STRICTER)).isEmpty();
            assertThat(session.value("limit")).contains(0.75 + 0.05);
            session.run("var limit = strict(0.75);");
            assertThat(session.value("limit")).contains(0.75 + 0.10);
        }
    }

    @Test
    void aVariableKeepsItsValueThroughFiveRunsOfTheCellItWasMadeFrom() {
        try (ShellSession session = new ShellSession("var base = 1;", "var made = base * 0.5;",
                "String text() { return \"made \" + made; }")) {
            for (int i = 2; i <= 6; i++) {
                assertThat(session.notes("var base = " + i + ";")).isEmpty();
                assertThat(session.value("made + text() + base")).contains("0.5made 0.5" + i);
            }
        }
    }

    @Test
    void aVariableKeepsItsValueWhenItsOwnDeclarationNoLongerCompiles() {
        try (ShellSession session = new ShellSession("var base = \"first\";", "var derived = base.substring(2);")) {
            assertThat(session.notes("var base = 5;")).isEmpty();
            assertThat(session.value("derived")).contains("rst");
            session.run("var base = \"other\";");
            assertThat(session.value("derived")).contains("rst");
        }
    }

    @Test
    void primitivesArraysCollectionsAndLambdasKeepTheirValues() {
        try (ShellSession session = new ShellSession("import java.util.*; import java.util.function.*;", "int x = 1;",
                """
                var by = (byte) x; var sh = (short) x; var in = x + 0; var lo = x + 0L; var fl = x + 0.5f;
                var dou = x + 0.5; var ch = (char) ('a' + x); var bo = x > 0;
                var array = new int[][] {{x}, {2}}; var map = new TreeMap<>(Map.of("k", List.of(x)));
                IntFunction<String> fn = i -> "x" + i + x;
                var anonymous = new Object() { int n = x + 41; };
                Runnable none = x > 0 ? null : () -> { };
                """)) {
            assertThat(session.notes("var x = 2;")).isEmpty();
            assertThat(session.notes("import java.time.*;")).isEmpty();
            assertThat(session.value("by + sh + in + lo + fl + dou + \" \" + ch + bo + Arrays.deepToString(array) + map"
                    + " + anonymous.n + none")).contains("7.0 btrue[[1], [2]]{k=[1]}42null");
            assertThat(session.value("fn.apply(3)")).contains("x32");
        }
    }

    @Test
    void codeThatWasRunBeforeCallsAMethodAsItIsNow() {
        try (ShellSession session = new ShellSession(STRICT, """
                java.util.function.DoubleUnaryOperator callback = x -> strict(x);
                record Lock(double base) { double limit() { return strict(base); } }
                var lock = new Lock(0.75);
                """, "callback.applyAsDouble(0) + lock.limit()")) {
            assertThat(session.notes(STRICTER)).isEmpty();
            assertThat(session.value("callback.applyAsDouble(0)")).contains(0.10);
            assertThat(session.value("lock.limit()")).contains(0.75 + 0.10);
        }
    }

    @Test
    void codeThatWasRunBeforeIsRefusedAVariableThatHasAnotherTypeNow() {
        try (ShellSession session = new ShellSession("var limit = 0.8;",
                "java.util.function.DoubleSupplier callback = () -> limit;", "var limit = \"0.8\";")) {
            assertThat(session.failure("callback.getAsDouble()")).hasMessage(
                    "IllegalStateException: limit has another type than when this code was run: run its cell again");
        }
    }

    @Test
    void codeThatWasRunBeforeTakesAValueOfATypeThatFits() {
        try (ShellSession session = new ShellSession("var limit = 0.8;",
                "java.util.function.DoubleSupplier callback = () -> limit;", "var limit = 1;")) {
            assertThat(session.value("callback.getAsDouble()")).contains(1.0);
        }
    }

    @Test
    void objectsOutliveThatTheCellOfTheirClassIsRunAgainOrCommented() {
        String person = "record Person(String name) {\n}";
        try (ShellSession session = new ShellSession(person, "var someone = new Person(\"a\");")) {
            assertThat(session.notes(person)).isEmpty();
            assertThat(session.notes("// more\n" + person.replace("{\n", "{\n// nothing in it\n\n"))).isEmpty();
            assertThat(session.value("someone.name()")).contains("a");
        }
    }

    @Test
    void variablesOfAClassThatChangedAreResetAndTold() {
        try (ShellSession session = new ShellSession("record Person(String name) { }",
                "var someone = new Person(\"a\"); var name = someone.name();",
                "var all = java.util.List.of(someone); Person nobody = null;")) {
            assertThat(session.notes("record Person(String name, int age) { }")).containsExactly(
                    "reset: someone, all (Person was declared again) - run cells 2, 3 again");
            assertThat(session.value("name")).contains("a");
            assertThat(session.value("someone")).isEmpty();
        }
    }

    @Test
    void useOfAVariableThatWasResetTellsWhichCellToRun() {
        try (ShellSession session = new ShellSession("record Person(String name) { }",
                "var someone = new Person(\"a\");", "record Person(String name, int age) { }")) {
            assertThat(session.report("someone.name()")).contains(
                    "someone was reset (Person was declared again) - run cell 2 again");
        }
    }

    @Test
    void aVariableThatTheSameCellMakesAnewIsNotTold() {
        try (ShellSession session = new ShellSession("record Person(String name) { }\nvar me = new Person(\"a\");")) {
            assertThat(session.notes("record Person(String name, int age) { }\nvar me = new Person(\"a\", 7);"))
                    .isEmpty();
            assertThat(session.value("me.age()")).contains(7);
        }
    }

    @Test
    void objectsOfAnOlderClassInAVariableOfAnotherTypeAreTold() {
        try (ShellSession session = new ShellSession("record Person(String name) { }",
                "Object thing = new Person(\"a\"); java.util.List<Object> things = java.util.List.of(thing);")) {
            assertThat(session.notes("record Person(String name, int age) { }")).containsExactly(
                    "thing, things hold a Person from before it was declared again - run cell 2 again");
            assertThat(session.value("thing.toString()")).contains("Person[name=a]");
            assertThat(session.report("Person cast = (Person) thing;")).contains("class Person cannot be cast",
                    "the value is from before that class was declared again");
        }
    }

    @Test
    void staticFieldsOfAClassThatUsesOneThatChangedAreToldToBeginAnew() {
        try (ShellSession session = new ShellSession("class Person { }", """
                class Register { static int count; Person last; }
                Register.count = 5;
                """)) {
            assertThat(session.notes("class Person { int age; }")).containsExactly(
                    "reset: the static fields of Register (Person was declared again)");
        }
    }

    @Test
    void aMethodThatNoLongerCompilesIsTold() {
        try (ShellSession session = new ShellSession("var base = \"first\";",
                "int size() { return base.length(); }")) {
            assertThat(session.notes("var base = 5;")).containsExactly(
                    "size does not compile any more: int cannot be dereferenced - change cell 2");
        }
    }

    @Test
    void aFailingDeclarationLeavesTheOldValue() {
        try (ShellSession session = new ShellSession("double limit = 0.8;")) {
            session.failure("double limit = Double.parseDouble(\"x\");");
            assertThat(session.value("limit")).contains(0.8);
        }
    }

    @Test
    void aVariableIsNotThereAtAllIfNothingEverMadeIt() {
        try (ShellSession session = new ShellSession()) {
            session.failure("double limit = Double.parseDouble(\"x\");");
            assertThat(session.failure("limit")).hasMessage("line 1: variable limit is not defined; limit has no value:"
                    + " what was to make it failed");
            session.failure("double limit = Double.parseDouble(\"x\");");
            session.run("double limit = 0.8;");
            assertThat(session.value("limit")).contains(0.8);
        }
    }

    @Test
    void initialisersDoNotRunAgain() {
        try (ShellSession session = new ShellSession("var runs = new java.util.concurrent.atomic.AtomicInteger();",
                "int of(int x) { return x; }", "var made = of(runs.incrementAndGet());")) {
            session.run("int of(int x) { return x + 1; }");
            session.run("int of(int x) { return (int) made + x; }");
            session.run("double of(int x) { return x; }");
            assertThat(session.value("runs.get()")).contains(1);
            assertThat(session.value("made")).contains(1);
        }
    }

    @Test
    void enumsInterfacesAndOverloadsMayBeDeclaredAgain() {
        try (ShellSession session = new ShellSession("enum Level { LOW, HIGH }", "var level = Level.HIGH;",
                "interface Namer { String name(Level level); }", "Namer namer = l -> l + \"!\";",
                "int size(int x) { return x; }", "int size(String s) { return s.length(); }",
                "var sizes = java.util.List.of(size(3), size(\"four\"));")) {
            assertThat(session.notes("int size(int x) { return 2 * x; }")).isEmpty();
            assertThat(session.value("sizes + \" \" + size(3) + size(\"four\")")).contains("[3, 4] 64");
            assertThat(session.notes("enum Level { LOW, HIGH }")).isEmpty();
            assertThat(session.value("namer.name(level)")).contains("HIGH!");
            assertThat(session.notes("enum Level { LOW, MIDDLE, HIGH }")).containsExactly(
                    "reset: level, namer (Level was declared again) - run cells 2, 4 again");
        }
    }

    @Test
    void aVariableThatWasAssignedKeepsWhatItWasAssigned() {
        try (ShellSession session = new ShellSession("int base = 1;", "var sum = base;", "sum += 41;")) {
            session.run("int base = 5;");
            assertThat(session.value("sum")).contains(42);
            session.run("sum++;");
            session.run("long base = 6;");
            assertThat(session.value("sum")).contains(43);
        }
    }

    @Test
    void theNotesOfACellThatFailsAreInItsReport() {
        try (ShellSession session = new ShellSession("record Person(String name) { }",
                "var someone = new Person(\"a\");")) {
            assertThat(session.report("record Person(int age) { }\nthrow new RuntimeException(\"late\");")).contains(
                    "late", "reset: someone");
        }
    }

    @Test
    void linesOfFailuresAreThoseOfTheCellThatWasRunLast() {
        String failing = "int third(int[] a) {\n    return a[2];\n}";
        try (ShellSession session = new ShellSession(failing, "int use() { return third(new int[1]); }",
                "import java.util.*;", "\n\n" + failing)) {
            assertThat(session.failure("use()").report()).contains("    at third, cell 4, line 4",
                    "    at use, cell 2, line 1", "    at cell 5, line 1");
        }
    }
}
