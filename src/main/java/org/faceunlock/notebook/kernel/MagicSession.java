package org.faceunlock.notebook.kernel;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What a magic may ask of the session that it is used in. */
final class MagicSession {
    private final JavaShell shell;
    private final CellTask task;
    private final Function<String, Optional<Object>> run;
    private final String code;

    /**
     * The session of one use of a magic.
     *
     * @param run runs a text as the cell is run
     * @param code the cell with spaces for all but the magic's arguments
     */
    MagicSession(JavaShell shell, CellTask task, Function<String, Optional<Object>> run, String code) {
        this.shell = shell;
        this.task = task;
        this.run = run;
        this.code = code;
    }

    JavaShell shell() {
        return shell;
    }

    /** Does work that may take long, as code of the cell: an interrupt ends it. */
    <T> T call(Callable<T> work) throws Exception {
        try {
            return task.call(work, Thread.currentThread().getContextClassLoader());
        } catch (Exception | Error e) {
            if (task.isStopped()) {
                throw new CellStoppedError();
            }
            throw e;
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
    }

    /** Runs the magic's arguments as code, and returns its value. */
    Optional<Object> runArguments() {
        return run.apply(code);
    }

    /** Runs a text as if it stood in a cell; its lines are counted by themselves. */
    Optional<Object> run(String text) {
        return run.apply(text);
    }
}
