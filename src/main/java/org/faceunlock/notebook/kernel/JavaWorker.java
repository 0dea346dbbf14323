package org.faceunlock.notebook.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one thread that compiles: JShell and what looks into it are made here and used nowhere else.
 *
 * <p>Whoever asks waits, but not for a compiler that goes on after the task was stopped: the next question then waits
 * in its place. The stack is deep, for expressions are compiled recursively.
 *
 * @param <S> what is made and asked
 */
final class JavaWorker<S> {
    private static final long STACK_BYTES = 256L << 20;
    /** The time in which a stopped cell ends by itself, and a little more for what follows. */
    private static final long WAIT_MILLIS = CellTask.GRACE_MILLIS + 200;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(null, work, "java", STACK_BYTES);
        made.setDaemon(true);
        return made;
    });
    private final CompletableFuture<S> subject;

    /** Begins to make the subject. */
    JavaWorker(Supplier<S> making) {
        subject = CompletableFuture.supplyAsync(making, thread);
    }

    /** The answer to a question; throws what it throws, or {@link CellStoppedError} if the task was stopped first. */
    <T> T ask(CellTask task, Function<S, T> question) throws Throwable {
        AtomicBoolean isBegun = new AtomicBoolean();
        CompletableFuture<T> answer = subject.thenApplyAsync(made -> {
            isBegun.set(true);
            if (task.isStopped()) {
                throw new CellStoppedError();
            }
            return question.apply(made);
        }, thread);
        try {
            CompletableFuture.anyOf(answer, task.stopped()).handle((done, failure) -> done).get();
            if (!answer.isDone() && !isBegun.get()) { // the kernel starts, or what was stopped before still compiles
                throw new CellStoppedError();
            }
            return answer.isDone() ? answer.get() : answer.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CellStoppedError();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
