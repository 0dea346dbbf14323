package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/** A shell whose cells are numbered as they are run. */
final class ShellSession implements AutoCloseable {
    private final JavaShell shell = new JavaShell();
    private int cell;

    ShellSession(String... cells) {
        for (String text : cells) {
            run(text);
        }
    }

    CellResult run(String text) {
        cell++;
        return shell.run(new CellTask(new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(),
                new JsonObject(), List.of()), (stream, printed) -> { }), cell, text);
    }

    Optional<Object> value(String text) {
        return run(text).value();
    }

    List<String> notes(String text) {
        return run(text).notes();
    }

    /** How a cell fails; null if it does not. */
    CellException failure(String text) {
        return catchThrowableOfType(CellException.class, () -> run(text));
    }

    /** What a page shows of a cell that fails, without colours. */
    String report(String text) {
        return String.join("\n", failure(text).report()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Override
    public void close() {
        shell.close();
    }
}
