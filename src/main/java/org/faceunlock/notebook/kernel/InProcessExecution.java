package org.faceunlock.notebook.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this virtual machine, each on a thread of its own, and keeps what they return as objects.
 *
 * <p>Stopping interrupts the thread; one that does not listen is ended by force where Java still allows that (up to
 * 19) and left behind otherwise, so that the cell ends either way.
 */
final class InProcessExecution extends DirectExecutionControl {
    private static final long PATIENCE_MILLIS = 500;
    private volatile Optional<FutureTask<Object>> running = Optional.empty();
    private volatile Optional<Thread> worker = Optional.empty();
    private volatile Optional<Object> lastValue = Optional.empty();

    /** Gives JShell this one instance. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "in-process";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return InProcessExecution.this;
            }
        };
    }

    /** What the last snippet returned, once; empty for null and void. */
    Optional<Object> takeValue() {
        Optional<Object> value = lastValue;
        lastValue = Optional.empty();
        return value;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        FutureTask<Object> task = new FutureTask<>(() -> snippet.invoke(null));
        Thread thread = new Thread(task, "cell");
        thread.setDaemon(true);
        running = Optional.of(task);
        worker = Optional.of(thread);
        lastValue = Optional.empty();
        thread.start();
        try {
            lastValue = Optional.ofNullable(task.get());
            return "";
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InvocationTargetException thrown ? thrown : new InvocationTargetException(
                    e.getCause());
        } catch (CancellationException e) {
            throw new StoppedException();
        } finally {
            running = Optional.empty();
            worker = Optional.empty();
        }
    }

    @Override
    public void stop() {
        Optional<Thread> thread = worker;
        Optional<FutureTask<Object>> task = running;
        thread.ifPresent(Thread::interrupt);
        task.ifPresent(InProcessExecution::giveTime);
        thread.filter(Thread::isAlive).ifPresent(InProcessExecution::force);
        task.ifPresent(t -> t.cancel(true));
    }

    private static void giveTime(FutureTask<Object> task) {
        try {
            task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            return; // what became of it is told by invoke
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void force(Thread thread) {
        try {
            thread.stop();
        } catch (UnsupportedOperationException e) {
            System.err.println("The cell does not listen to the interrupt and runs on unseen; restart the kernel"
                    + " to end it.");
        }
    }
}
