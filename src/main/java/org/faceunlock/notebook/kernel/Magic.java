package org.faceunlock.notebook.kernel;

import java.util.Optional;

/** What a line or cell beginning with % does. */
@FunctionalInterface
interface Magic {
    /**
     * Does it; runs on the thread of the shell, and leaves what may take long to {@link MagicSession#call}.
     *
     * @param arguments the rest of the line, for a magic with %% the rest of the cell
     * @return the value to show below the cell, if any
     * @throws Exception whose message tells the user what was expected, what was found and what to do
     */
    Optional<Object> run(String arguments, MagicSession session) throws Exception;
}
