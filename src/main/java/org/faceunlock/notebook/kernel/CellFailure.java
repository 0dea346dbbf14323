package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;

/** The content of an error message and of the reply to a cell that failed. */
final class CellFailure {
    private CellFailure() {
    }

    /** Whatever was thrown, told without trusting it to tell of itself. */
    static JsonObject of(Throwable failure, int count) {
        if (failure instanceof CellException cell) {
            return content(cell.name(), cell.getMessage(), cell.report(), count);
        }
        String name = failure instanceof CellStoppedError ? "Interrupted" : failure.getClass().getSimpleName();
        String message = message(failure);
        return content(name, message, List.of("\u001b[1;31m" + name + "\u001b[0m: " + message), count);
    }

    private static String message(Throwable failure) {
        try {
            return failure instanceof CellStoppedError
                    ? "the cell was interrupted"
                    : String.valueOf(failure.getMessage());
        } catch (Throwable t) {
            return "(its message cannot be had: " + t.getClass().getSimpleName() + ")";
        }
    }

    private static JsonObject content(String name, String message, List<String> trace, int count) {
        return Json.object("ename", name, "evalue", message, "traceback", trace, "execution_count", count);
    }
}
