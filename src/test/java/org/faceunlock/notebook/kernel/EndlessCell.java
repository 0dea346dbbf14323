package org.faceunlock.notebook.kernel;

/**
 * Cells that run until they are interrupted. Each says "begun" first, but for those that do not come to run.
 *
 * <p>The first ten are the kinds that the issue of interrupts names, the others their relatives.
 */
enum EndlessCell {
    SLEEP("Thread.sleep(60_000);"),
    BUSY_LOOP("long n = 0; while (true) { n++; }"),
    NATIVE_CALLS("", "try (var manager = ai.djl.ndarray.NDManager.newBaseManager()) {\n"
            + "var a = manager.ones(new ai.djl.ndarray.types.Shape(400, 400));\n" // libtorch is loaded by then
            + "System.out.println(\"begun\");\nwhile (true) { a.matMul(a).close(); } }"),
    READ_LINE("new Scanner(System.in).nextLine()"),
    READ_BYTE("System.in.read()"),
    PRINT_LINES("for (long i = 0; ; i++) { System.out.println(\"line \" + i); }"),
    PRINT_AND_DETECT("var mtcnn = Mtcnn.load(\"demo\", MtcnnSettings.defaults());\n"
            + "var photo = ImageFolder.of(Path.of(\"faces\"));\n"
            + "for (long i = 0; ; i++) { System.out.println(i + \" \" + photo.detect(mtcnn)); }"),
    COMPILE_MUCH("", "class Big {\n" + manyMethods(1500) + "}"),
    COMPILE_MANY_STATEMENTS("", "int one = 1;\n".repeat(3000)),
    FUTURE_TASK("new FutureTask<>(() -> 1).get()"),

    ERROR_LINES("while (true) System.err.println(\"line\");"),
    PRINT_CHARACTERS("while (true) { System.out.write('.'); System.out.flush(); }"),
    EMPTY_LOOP("for (;;);"),
    DO_LOOP("int i = 0; do { i = i + 1; } while (i != 0 || true);"),
    LABELLED_LOOP("outer: while (true) { for (int i = 0; i < 9; i++) { if (i == 5) continue outer; } }"),
    SWITCH_LOOP("int s = 0; while (true) { s = switch (s) { case 0 -> 1; default -> 0; }; }"),
    LOOP_IN_METHOD("void spin() { while (true) { } }\nspin();"),
    LOOP_IN_LAMBDA("Runnable spinning = () -> { while (true) { } };\nspinning.run();"),
    LOOP_IN_CONSTRUCTOR("class Spinner { Spinner() { while (true) { } } }\nnew Spinner()"),
    LOOP_IN_RECORD("record Spin(int n) { Spin { while (n == n) { } } }\nnew Spin(1)"),
    LOOP_IN_INITIALIZER("class Lazy { static int x = spin(); static int spin() { while (true) { } } }\nLazy.x"),
    LOOP_IN_LOCAL_CLASS("{ class Local implements Runnable { public void run() { while (true) { } } }\n"
            + "new Local().run(); }"),
    LOOP_IN_ANONYMOUS_CLASS("new Runnable() { public void run() { while (true) { } } }.run();"),
    RECURSION("long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(92)"),
    OVERFLOW("int deeper(int n) { try { return deeper(n + 1); } catch (StackOverflowError e) { return deeper(n); } }\n"
            + "deeper(0)"),
    STREAM("Stream.iterate(1L, x -> x + 1).filter(x -> x < 0).findFirst()"),
    PARALLEL_STREAM("LongStream.range(0, Long.MAX_VALUE).parallel().filter(x -> x < 0).count()"),
    COMPARATOR("while (true) { new ArrayList<>(List.of(3, 1, 2)).sort((a, b) -> a - b); }"),
    TO_STRING("class Slow { public String toString() { while (true) { } } }\nnew Slow()"),
    ITERATOR("class Endless extends AbstractList<Integer> { public int size() { return 9; }\n"
            + "public Integer get(int i) { while (true) { } } }\nnew Endless()"),
    SWALLOWING_SLEEP("while (true) { try { Thread.sleep(1000); } catch (Throwable t) { } }"),
    SWALLOWING_LOOP("long k = 0; while (true) { try { k++; } catch (Throwable t) { k = 0; } }"),
    SWALLOWING_RECURSION("int stubborn() { try { while (true) { } } catch (Throwable t) { return stubborn(); } }\n"
            + "stubborn()"),
    FINALLY_CONTINUE("while (true) { try { Thread.sleep(1000); } finally { continue; } }"),
    WAIT("synchronized (\"lock\") { \"lock\".wait(); }"),
    PARK("java.util.concurrent.locks.LockSupport.park();\nThread.sleep(60_000);"),
    PARK_LOOP("while (true) { java.util.concurrent.locks.LockSupport.park(); }"),
    FUTURE("new CompletableFuture<Integer>().get()"),
    FUTURE_JOIN("", "{ System.out.println(\"begun\"); new CompletableFuture<Integer>().join(); }"),
    LATCH("new CountDownLatch(1).await();"),
    QUEUE("new LinkedBlockingQueue<Integer>().take()"),
    JOIN("var other = new Thread(() -> { while (true) { } }); other.start(); other.join();"),
    EXECUTOR("Executors.newSingleThreadExecutor().submit(() -> { while (true) { } }).get()"),
    SWALLOWED_IN_LIBRARY("while (true) { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }"),
    PROCESS("new ProcessBuilder(\"sleep\", \"60\").start().waitFor()"),
    PIPE("new java.io.PipedInputStream(new java.io.PipedOutputStream()).read()"),
    ACCEPT("", "{ var server = new java.net.ServerSocket(0); System.out.println(\"begun\"); server.accept(); }"),
    LOCK("", "{ var lock = new java.util.concurrent.locks.ReentrantLock();\n"
            + "var holder = new Thread(lock::lock); holder.start(); holder.join();\n"
            + "System.out.println(\"begun\"); lock.lock(); }"),
    DEADLOCK("var monitor = new Object();\nnew Thread(() -> { synchronized (monitor) { while (true) { } } }).start();\n"
            + "Thread.sleep(200); synchronized (monitor) { System.out.println(\"in\"); }"),
    LIBRARY_LOOP("", "{ System.out.println(\"begun\"); LongStream.range(0, Long.MAX_VALUE).map(Math::abs).max(); }"),
    LARGE_PRIME("", "{ System.out.println(\"begun\"); new BigInteger(60_000, new Random(1)).nextProbablePrime(); }");

    private final String begin;
    private final String code;

    EndlessCell(String code) {
        this("System.out.println(\"begun\");\n", code);
    }

    EndlessCell(String begin, String code) {
        this.begin = begin;
        this.code = code;
    }

    private static String manyMethods(int count) {
        StringBuilder methods = new StringBuilder();
        for (int i = 0; i < count; i++) {
            methods.append("double m").append(i).append("(double x) { return Stream.of(x, x + ").append(i)
                    .append(").map(y -> y * 2).collect(Collectors.toMap(y -> y, y -> y + x)).get(x); }\n");
        }
        return methods.toString();
    }

    String code() {
        return begin + code;
    }

    boolean saysThatItHasBegun() {
        return code().contains("begun");
    }

    /** Whether other threads of the cell may outlive it. */
    boolean startsThreads() {
        return this == DEADLOCK || this == JOIN || this == EXECUTOR || this == PARALLEL_STREAM;
    }

    /** Whether no check of a cell's own code and no interrupt ends it: it is left behind, and told after 5 s. */
    boolean isLeftBehind() {
        return this == LIBRARY_LOOP || this == LARGE_PRIME || this == ACCEPT || this == LOCK
                || this == FUTURE_JOIN;
    }
}
