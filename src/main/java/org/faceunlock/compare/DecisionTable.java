package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Attempts as a table, to look at and to save. */
public final class DecisionTable {

    private DecisionTable() {
    }

    /**
     * A row an attempt, in their order: photo (the file's name, empty for pixels without a file), outcome, similarity
     * and margin (missing when there was nothing to compare), nearest (the enrolled photo most like it), why.
     */
    public static Table of(List<Decision> decisions) {
        DoubleColumn similarity = DoubleColumn.create("similarity");
        DoubleColumn margin = DoubleColumn.create("margin");
        for (Decision decision : decisions) {
            if (Double.isNaN(decision.similarity())) {
                similarity.appendMissing();
                margin.appendMissing();
            } else {
                similarity.append(decision.similarity());
                margin.append(decision.margin());
            }
        }
        return Table.create("attempts",
                StringColumn.create("photo", decisions.stream()
                        .map(decision -> decision.file().map(Path::getFileName).map(Path::toString).orElse(""))),
                StringColumn.create("outcome", decisions.stream().map(decision -> decision.outcome().toString())),
                similarity,
                margin,
                StringColumn.create("nearest", decisions.stream()
                        .map(decision -> decision.nearest().map(nearest -> nearest.face().name()).orElse(""))),
                StringColumn.create("why", decisions.stream().map(Decision::sentence)));
    }
}
