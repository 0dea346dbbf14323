package org.faceunlock.notebook.kernel;

/** Cells of which some Error tries to leave the place where it was thrown, each of another kind. */
enum FaultyCell {
    TO_STRING_OVERFLOWS("class N { N next = this; public String toString() { return \"N\" + next; } }\nnew N()"),
    TO_STRING_ASSERTS("class A { public String toString() { throw new AssertionError(\"x\"); } }\nnew A()"),
    TO_STRING_IS_NULL("class Z { public String toString() { return null; } }\nnew Z()"),
    TO_STRING_IS_ILL_FORMED("class H { public String toString() { return \"\\ud800\"; } }\nnew H()"),
    MESSAGE_OVERFLOWS("class M extends RuntimeException { public String getMessage() { return getMessage() + 1; } }\n"
            + "throw new M();"),
    MESSAGE_ASSERTS("class G extends Error { public String getMessage() { throw new AssertionError(\"x\"); } }\n"
            + "throw new G();"),
    CAUSE_ASSERTS("class C extends Error { public Throwable getCause() { throw new AssertionError(\"x\"); } }\n"
            + "throw new C();"),
    STACK_ASSERTS("class S extends Error { public StackTraceElement[] getStackTrace() { throw new Error(\"x\"); } }\n"
            + "throw new S();"),
    STACK_IS_NULL("class U extends Error { public StackTraceElement[] getStackTrace() { return null; } }\n"
            + "throw new U();"),
    CAUSES_IN_A_CIRCLE("var one = new Exception(\"one\"); var two = new Exception(\"two\", one); one.initCause(two);\n"
            + "throw one;"),
    CAUSES_WITHOUT_END("class D extends Error { public Throwable getCause() { return new D(); } }\nthrow new D();"),
    SUPPRESSED_IN_A_CIRCLE("var p = new Exception(\"p\"); var q = new Exception(\"q\", p); p.addSuppressed(q);\n"
            + "throw p;"),
    MAP_THAT_HOLDS_ITSELF("var m = new HashMap<String, Object>(); m.put(\"me\", List.of(m)); m"),
    LIST_THAT_HOLDS_ITSELF("var l = new ArrayList<Object>(); l.add(new Object[] {List.of(l)}); l.add(List.of(l)); l"),
    ARRAY_THAT_HOLDS_ITSELF("Object[] a = new Object[1]; a[0] = a; a"),
    LIST_WITHOUT_END("class L extends AbstractList<Integer> { public int size() { return Integer.MAX_VALUE; }\n"
            + "public Integer get(int i) { if (i > 1000) throw new LinkageError(\"far\"); return i; } }\nnew L()"),
    HASH_ASSERTS("class K { public int hashCode() { throw new AssertionError(\"x\"); } }\nnew K()"),
    LONG_EXPRESSION("int s = " + "1 + ".repeat(20_000) + "1;"),
    DEEP_EXPRESSION("(".repeat(8_000) + "1" + ")".repeat(8_000)),
    DEEP_BLOCKS("{".repeat(3_000) + "}".repeat(3_000)),
    DEEP_CALLS("Optional.of(".repeat(40) + "1" + ")".repeat(40)),
    LONG_LITERAL("\"" + "x".repeat(70_000) + "\""),
    LARGE_METHOD("void large() {\n" + "System.out.print(1);\n".repeat(9_000) + "}"),
    LARGE_VALUE("\"x\".repeat(300_000_000)"),
    FULL_HEAP("var hoard = new ArrayList<long[]>(); while (true) hoard.add(new long[1 << 17]);"),
    FULL_HEAP_OF_CRUMBS("List<Object> crumbs = null; while (true) crumbs = Arrays.asList(crumbs, crumbs);"),
    TOO_LARGE_AN_ARRAY("new long[Integer.MAX_VALUE]"),
    STACK_OVERFLOW("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)"),
    OUT_OF_MEMORY("throw new OutOfMemoryError(\"said so\");"),
    LINKAGE("throw new NoClassDefFoundError(\"Gone\");"),
    INITIALIZER("class I { static int x = 1 / Integer.parseInt(\"0\"); }\nI.x"),
    THREAD_DEATH("throw (Error) Class.forName(\"java.lang.ThreadDeath\").getConstructor().newInstance();"),
    ASSERTION("throw new AssertionError(new Object() { public String toString() { throw new Error(); } });"),
    PLAIN_THROWABLE("throw new Throwable(\"plain\");"),
    THROWN_NULL("RuntimeException none = null; throw none;"),
    NO_STACK("class W extends Error { W() { super(null, null, false, false); } }\nthrow new W();"),
    INTERRUPTED_FLAG("Thread.currentThread().interrupt();"),
    CLOSED_OUT("System.out.close(); System.err.close();"),
    CLOSED_IN("System.in.close();"),
    UNCAUGHT("var t = new Thread(() -> { throw new StackOverflowError(); }); t.start(); t.join();"),
    HANDLER_ASSERTS("Thread.setDefaultUncaughtExceptionHandler((t, e) -> { throw new AssertionError(); });\n"
            + "var h = new Thread(() -> { throw new Error(); }); h.start(); h.join();"),
    BROKEN_LOADER("Thread.currentThread().setContextClassLoader(null);"),
    PRINTED_NULLS("System.out.println((Object) null); System.out.print(\"\\0\\ud800\\uffff\");"),
    NOT_JAVA("\0\ud800 %%% ??? }}}} */ \"\"\" '"),
    NOTHING(""),
    COMMENT("/* never closed");

    private final String code;

    FaultyCell(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
