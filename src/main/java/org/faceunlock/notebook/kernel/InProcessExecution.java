package org.faceunlock.notebook.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Runs snippets in this virtual machine, as code of the task that is given, and keeps what they return as objects.
 *
 * <p>For the one thread that uses the shell.
 */
final class InProcessExecution extends DirectExecutionControl {
    private static final int MOST_CAUSES = 20;
    private Optional<CellTask> task = Optional.empty();
    private Optional<Object> lastValue = Optional.empty();
    private long nanos;

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

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException,
            EngineTerminationException {
        super.load(Arrays.stream(classes).map(one -> new ClassBytecodes(one.name(), checked(one.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    private static byte[] checked(byte[] classFile) {
        try {
            return StopCheck.into(classFile);
        } catch (MethodTooLargeException e) {
            return classFile; // no room for the calls: can be left behind, not ended
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        lastValue = Optional.empty();
        long begun = System.nanoTime();
        try {
            lastValue = Optional.ofNullable(task.isPresent()
                    ? task.get().call(() -> snippet.invoke(null), snippet.getDeclaringClass().getClassLoader())
                    : snippet.invoke(null));
            return "";
        } catch (InvocationTargetException e) {
            throw failure(e.getCause());
        } catch (Throwable t) {
            throw failure(t);
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

    /** What JShell is told; nothing is believed of what the failure says of itself: its causes may go in circles. */
    private static RunException failure(Throwable failure) {
        return failure instanceof CellStoppedError ? new StoppedException()
                : told(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static RunException told(Throwable failure, Set<Throwable> above) {
        if (failure instanceof SPIResolutionException undefined) {
            return new ResolutionException(undefined.id(), undefined.getStackTrace());
        }
        above.add(failure);
        Throwable cause = ask(failure::getCause, null);
        boolean isLast = cause == null || above.contains(cause) || above.size() == MOST_CAUSES;
        UserException told = new UserException(ask(failure::getMessage, "(its message cannot be had)"),
                failure.getClass().getName(), ask(failure::getStackTrace, new StackTraceElement[0]));
        if (!isLast) {
            told.initCause(told(cause, above));
        }
        return told;
    }

    private static <T> T ask(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (Throwable t) {
            return otherwise;
        }
    }

    @Override
    public void stop() {
        task.ifPresent(CellTask::stop);
    }
}
