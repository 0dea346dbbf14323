package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.Optional;

/**
 * What came of a cell that did not fail.
 *
 * @param value what its last statement is worth, if that is an expression
 * @param notes lines to show below the cell
 */
record CellResult(Optional<Object> value, List<String> notes) {
    CellResult {
        notes = List.copyOf(notes);
    }
}
