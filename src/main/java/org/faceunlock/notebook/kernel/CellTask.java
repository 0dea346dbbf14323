package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * One request of the page while it is worked on, and the user's code that runs for it: a cell, a callback, a rendering.
 *
 * <p>The code runs on threads of its own, which belong to the task as do the threads that they start. Stopping the task
 * interrupts them; compiled cells also look at {@link StopCheck} in every loop and method, and end there. Code that
 * does neither (a long call into native code or a library) is left behind after {@value #GRACE_MILLIS} ms, so that
 * whoever waits for it goes on; it ends as soon as it comes back into a cell's code. Safe for use by many threads.
 */
final class CellTask {
    static final long GRACE_MILLIS = 400;
    private static final long BETWEEN_INTERRUPTS_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 5000;
    private static final InheritableThreadLocal<CellTask> OF_THREAD = new InheritableThreadLocal<>();
    /** Stopped tasks of which some code still runs: while there are none, a check costs one read. */
    private static final AtomicInteger STOPPING = new AtomicInteger();
    private static volatile Optional<CellTask> latest = Optional.empty();

    private final Message request;
    private final PrintedOutput printed;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private final CompletableFuture<Void> leave = new CompletableFuture<>();

    /** The task of a request; what its code prints goes to {@code print}, as the stream's name and a text. */
    CellTask(Message request, BiConsumer<String, String> print) {
        this.request = new Message(request.identities(), request.header(), request.parent(), request.metadata(),
                request.content(), List.of()); // threads keep the task for as long as they live
        this.printed = new PrintedOutput(print);
        latest = Optional.of(this);
    }

    /** The task that the running thread belongs to; for a thread of no task or of the common pool, the latest one. */
    static Optional<CellTask> current() {
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread;
        return shared ? latest : Optional.ofNullable(OF_THREAD.get()).or(() -> latest);
    }

    /** Throws in a thread whose task was stopped; called by the code of cells. */
    static void check() {
        if (STOPPING.get() > 0 && current().filter(CellTask::isStopped).isPresent()) {
            throw new CellStoppedError();
        }
    }

    Message request() {
        return request;
    }

    /** The header that everything which follows from this task names as its parent. */
    JsonObject parent() {
        return request.header();
    }

    PrintedOutput printed() {
        return printed;
    }

    boolean isStopped() {
        return stop.isDone();
    }

    /** Whether nobody waits for the task's code any more: its cell has been answered. */
    boolean isLeft() {
        return leave.isDone();
    }

    /** Done as soon as the task is stopped. */
    CompletableFuture<Void> stopped() {
        return stop;
    }

    /**
     * Runs user's code on a thread of its own and waits for it; throws what it throws, {@link CellStoppedError} too for
     * code that was left behind.
     */
    <T> T call(Callable<T> code, ClassLoader loader) throws Throwable {
        if (isStopped()) {
            throw new CellStoppedError();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            OF_THREAD.set(this);
            try {
                result.complete(code.call());
            } catch (Throwable t) {
                MemoryReserve.releaseFor(t);
                result.completeExceptionally(t);
            }
        }, "cell");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        threads.add(thread);
        thread.start();
        leave.thenRun(() -> result.completeExceptionally(new CellStoppedError()));
        if (isStopped()) {
            thread.interrupt();
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            if (!leave.isDone()) {
                threads.remove(thread);
            }
        }
    }

    /** Ends the user's code of this task, now and whatever of it would start later. Returns at once. */
    void stop() {
        if (stop.complete(null)) {
            STOPPING.incrementAndGet();
            Thread stopper = new Thread(this::end, "stopper");
            stopper.setDaemon(true);
            stopper.start();
        }
    }

    private void end() {
        try {
            long begun = System.nanoTime();
            while (millisSince(begun) < GRACE_MILLIS) {
                threads.forEach(Thread::interrupt);
                Thread.sleep(BETWEEN_INTERRUPTS_MILLIS);
            }
            leave.complete(null);
            while (isRunning() && millisSince(begun) < PATIENCE_MILLIS) {
                Thread.sleep(BETWEEN_INTERRUPTS_MILLIS);
            }
            if (isRunning()) {
                tellThatItRunsOn();
            }
            while (isRunning()) {
                Thread.sleep(10 * BETWEEN_INTERRUPTS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            STOPPING.decrementAndGet();
        }
    }

    private boolean isRunning() {
        threads.removeIf(thread -> !thread.isAlive());
        return !threads.isEmpty();
    }

    private void tellThatItRunsOn() {
        String where = threads.stream().map(Thread::getStackTrace).filter(stack -> stack.length > 0)
                .map(stack -> stack[0].getClassName() + "." + stack[0].getMethodName()).findFirst().orElse("a library");
        printed.print("stderr",
                "\nThis cell was interrupted but still runs, in " + where + ", which cannot be stopped from"
                + " outside. Other cells can be run; to end it, restart the kernel.\n");
        printed.finish();
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
