package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class StageTableTest {

    private final MtcnnTrace trace = Fakes.mtcnn(MtcnnSettings.defaults().withThresholds(0.95, 0.95, 0.95))
            .detectWithTrace(Photos.squares(120, 90, 24, 50, 30));

    @Test
    void whatOneNetworkPassesOnTheNextOneLooksAt() {
        Table table = trace.toTable();
        assertThat(table.intColumn("looked at").get(1)).isEqualTo(table.intColumn("passed on").get(0)).isPositive();
        assertThat(table.intColumn("looked at").get(2)).isEqualTo(table.intColumn("passed on").get(1)).isPositive();
        assertThat(table.intColumn("passed on").get(2)).isEqualTo(trace.detections().size()).isPositive();
    }

    @Test
    void windowsAreCountedOverAllLevels() {
        assertThat(trace.toTable().intColumn("looked at").get(0).doubleValue())
                .isEqualTo(trace.levelTable().intColumn("windows").sum());
    }

    @Test
    void levelsAreNamedBySizeLargestFirst() {
        Table levels = trace.levelTable();
        assertThat(levels.rowCount()).isEqualTo(trace.levels().size());
        assertThat(levels.intColumn("width").get(0)).isEqualTo(73); // 120 * 12 / 20 + 1
        assertThat(levels.intColumn("height").get(0)).isEqualTo(55);
        assertThat(levels.intColumn("width").asList()).isSortedAccordingTo((one, other) -> other - one);
    }
}
