package org.faceunlock.notebook.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs snippets in this virtual machine, as code of the task that is given, and keeps what they return as objects.
 *
 * <p>For the one thread that uses the shell.
 */
final class InProcessExecution extends DirectExecutionControl {
    private final SnippetClasses classes;
    private Optional<CellTask> task = Optional.empty();
    private Optional<Object> lastValue = Optional.empty();
    private long nanos;
    private Optional<Thrown> lastFailure = Optional.empty();

    InProcessExecution(SnippetClasses classes) {
        super(classes);
        this.classes = classes;
    }

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

    /** From now on snippets are code of this task; of none, they run on the calling thread. */
    void belongTo(Optional<CellTask> now) {
        task = now;
    }

    /** What the last snippet returned, once; empty for null and void. */
    Optional<Object> takeValue() {
        Optional<Object> value = lastValue;
        lastValue = Optional.empty();
        return value;
    }

    /** How long snippets have run up to now, without compiling. */
    long nanos() {
        return nanos;
    }

    /** What the last snippet threw, once. */
    Optional<Thrown> takeFailure() {
        Optional<Thrown> failure = lastFailure;
        lastFailure = Optional.empty();
        return failure;
    }

    /** JShell loads classes under other names where it may not redefine them, and all that use them. */
    @Override
    public void redefine(ClassBytecodes[] compiled) throws NotImplementedException {
        if (!classes.areSame(compiled)) {
            throw new NotImplementedException("a class stays as it is loaded");
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        lastValue = Optional.empty();
        lastFailure = Optional.empty();
        long begun = System.nanoTime();
        try {
            lastValue = Optional.ofNullable(task.isPresent()
                    ? task.get().call(() -> run(snippet), snippet.getDeclaringClass().getClassLoader())
                    : run(snippet));
            return "";
        } catch (CellStoppedError e) {
            throw new StoppedException();
        } catch (Throwable t) {
            Thrown.Carrier failure = t instanceof Thrown.Carrier thrown ? thrown : new Thrown.Carrier(Thrown.of(t));
            lastFailure = Optional.of(failure.thrown());
            throw failure;
        } finally {
            nanos += System.nanoTime() - begun;
        }
    }

    @Override
    public String varValue(String className, String name) throws RunException, EngineTerminationException,
            InternalException {
        try {
            return super.varValue(className, name);
        } catch (UserException e) {
            return "(its toString threw " + e.causeExceptionClass() + ")";
        }
    }

    private static Object run(Method snippet) throws Exception {
        try {
            return snippet.invoke(null);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CellStoppedError stopped) {
                throw stopped;
            }
            throw new Thrown.Carrier(Thrown.of(e.getCause()));
        }
    }

    @Override
    public void stop() {
        task.ifPresent(CellTask::stop);
    }
}
