package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.faceunlock.image.PhotoLabels;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Attempts as a table, to look at and to save. */
public final class DecisionTable {

    private DecisionTable() {
    }

    /**
     * A row an attempt, in their order: photo (the file's label, empty for pixels without a file), outcome, similarity
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
        return TableNumbers.atMostFourDecimals(Table.create("attempts",
                labels("photo", decisions.stream().map(Decision::file).toList()),
                StringColumn.create("outcome", decisions.stream().map(decision -> decision.outcome().toString())),
                similarity,
                margin,
                labels("nearest", decisions.stream()
                        .map(decision -> decision.nearest().map(nearest -> nearest.face().file())).toList()),
                StringColumn.create("why", decisions.stream().map(Decision::sentence))));
    }

    /** The same photo is called the same in every row. */
    private static StringColumn labels(String name, List<Optional<Path>> files) {
        List<Path> different = files.stream().flatMap(Optional::stream).distinct().toList();
        List<String> labels = PhotoLabels.of(different);
        return StringColumn.create(name,
                files.stream().map(file -> file.map(path -> labels.get(different.indexOf(path))).orElse("")));
    }
}
