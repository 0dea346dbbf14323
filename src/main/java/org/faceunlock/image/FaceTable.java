package org.faceunlock.image;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.faceunlock.geometry.Detection;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays the rows of a {@link FaceSet} out as a table. */
final class FaceTable {

    private FaceTable() {}

    static Table of(List<PhotoResult> rows) {
        List<String> files = PhotoLabels.within(rows.stream().map(PhotoResult::file).toList(),
                rows.stream().map(PhotoResult::person).toList());
        Table table = TableNumbers.atMostFourDecimals(Table.create("faces",
                StringColumn.create("file", files),
                StringColumn.create("person", rows.stream().map(PhotoResult::person)),
                StringColumn.create("status", rows.stream().map(row -> row.outcome().status().name())),
                whole("width", rows, PhotoResult::width),
                whole("height", rows, PhotoResult::height),
                whole("faces", rows, row -> row.outcome().detections().size()),
                ofTheFace("x1", rows, face -> face.box().x1()),
                ofTheFace("y1", rows, face -> face.box().y1()),
                ofTheFace("x2", rows, face -> face.box().x2()),
                ofTheFace("y2", rows, face -> face.box().y2()),
                ofTheFace("probability", rows, Detection::probability),
                StringColumn.create("quality", rows.stream().map(row -> row.outcome().quality()
                        .map(FaceQuality::describe).orElse(""))),
                StringColumn.create("reason", rows.stream().map(row -> row.outcome().reason()))));
        return TableNumbers.whole(table, "x1", "y1", "x2", "y2");
    }

    private static IntColumn whole(String name, List<PhotoResult> rows, ToIntFunction<PhotoResult> number) {
        IntColumn column = IntColumn.create(name);
        for (PhotoResult row : rows) {
            if (row.outcome().status() == FaceStatus.UNREADABLE) {
                column.appendMissing();
            } else {
                column.append(number.applyAsInt(row));
            }
        }
        return column;
    }

    private static DoubleColumn ofTheFace(String name, List<PhotoResult> rows, ToDoubleFunction<Detection> number) {
        DoubleColumn column = DoubleColumn.create(name);
        for (PhotoResult row : rows) {
            row.outcome().face()
                    .ifPresentOrElse(face -> column.append(number.applyAsDouble(face)), column::appendMissing);
        }
        return column;
    }
}
