package org.faceunlock.detect;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.faceunlock.detect.MtcnnTrace.Level;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays out how many places each network of the cascade looked at, and how many of them went on. */
final class StageTable {

    private StageTable() {}

    static Table of(MtcnnTrace trace) {
        int windows = trace.levels().stream().mapToInt(level -> level.probabilities().size()).sum();
        return Table.create("places",
                StringColumn.create("network", List.of("P-Net", "R-Net", "O-Net")),
                IntColumn.create("pixels a side", 12, 24, 48),
                IntColumn.create("looked at", windows, trace.proposals().size(), trace.refined().size()),
                IntColumn.create("passed on", trace.proposals().size(), trace.refined().size(),
                        trace.detections().size()));
    }

    static Table of(List<Level> levels) {
        return Table.create("levels of the pyramid",
                column("level", levels.size(), index -> index + 1),
                column("width", levels.size(), index -> levels.get(index).input().size(3)),
                column("height", levels.size(), index -> levels.get(index).input().size(2)),
                column("windows", levels.size(), index -> levels.get(index).probabilities().size()),
                column("at the threshold", levels.size(), index -> levels.get(index).windows().size()),
                column("after suppression", levels.size(), index -> levels.get(index).kept().size()));
    }

    private static IntColumn column(String name, int rows, IntUnaryOperator number) {
        return IntColumn.create(name, IntStream.range(0, rows).map(number).toArray());
    }
}
