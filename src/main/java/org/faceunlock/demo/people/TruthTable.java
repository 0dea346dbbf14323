package org.faceunlock.demo.people;

import java.util.List;
import org.faceunlock.geometry.Point;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The truths of many photos as a table: file, width, height, face (0, 1, ... within a photo, -1 for a photo without
 * one), identity, the box, five landmarks (pixels) and the pose (degrees). What a photo without a face lacks is
 * missing.
 */
final class TruthTable {

    private static final List<String> NUMBERS =
            List.of("x1", "y1", "x2", "y2", "left_eye_x", "left_eye_y", "right_eye_x",
            "right_eye_y", "nose_x", "nose_y", "left_mouth_x", "left_mouth_y", "right_mouth_x", "right_mouth_y", "yaw",
            "pitch", "roll");

    private final StringColumn file = StringColumn.create("file");
    private final IntColumn width = IntColumn.create("width");
    private final IntColumn height = IntColumn.create("height");
    private final IntColumn face = IntColumn.create("face");
    private final StringColumn identity = StringColumn.create("identity");
    private final List<DoubleColumn> numbers = NUMBERS.stream().map(DoubleColumn::create).toList();

    void add(String name, int photoWidth, int photoHeight, List<Truth> truths) {
        for (int i = truths.isEmpty() ? -1 : 0; i < truths.size(); i++) {
            file.append(name);
            width.append(photoWidth);
            height.append(photoHeight);
            face.append(i);
            if (i < 0) {
                identity.appendMissing();
                numbers.forEach(DoubleColumn::appendMissing);
            } else {
                identity.append(Long.toString(truths.get(i).identity()));
                append(truths.get(i));
            }
        }
    }

    private void append(Truth truth) {
        double[] row = new double[NUMBERS.size()];
        int at = 0;
        for (double edge : new double[] {truth.box().x1(), truth.box().y1(), truth.box().x2(), truth.box().y2()}) {
            row[at++] = edge;
        }
        for (Point point : truth.landmarks().points()) {
            row[at++] = point.x();
            row[at++] = point.y();
        }
        row[at++] = truth.pose().yaw();
        row[at++] = truth.pose().pitch();
        row[at] = truth.pose().roll();
        for (int i = 0; i < row.length; i++) {
            numbers.get(i).append(Math.round(row[i] * 1000) / 1000.0);
        }
    }

    Table toTable() {
        Table table = Table.create("truth").addColumns(file, width, height, face, identity);
        numbers.forEach(table::addColumns);
        return table;
    }
}
