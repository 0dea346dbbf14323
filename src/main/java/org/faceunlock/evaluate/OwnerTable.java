package org.faceunlock.evaluate;

import java.util.Locale;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.TableNumbers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lays out what a threshold makes of {@link OwnerScores}. */
final class OwnerTable {

    private static final String SHARE = "wrong, " + Math.round(100 * Interval.USUAL_CONFIDENCE) + " % interval";

    private final Table table = Table.create("",
            StringColumn.create("photos of"), LongColumn.create("compared"), LongColumn.create("would unlock"),
            LongColumn.create("wrong"), StringColumn.create(SHARE),
            DoubleColumn.create("least similar"), DoubleColumn.create("most similar"));

    private OwnerTable() {
    }

    static Table of(OwnerScores scores, Threshold threshold) {
        OwnerTable made = new OwnerTable();
        made.table.setName("at " + threshold);
        String owner = scores.owner().isEmpty() ? "the owner" : scores.owner();
        Rate own = scores.ownAccepted(threshold);
        made.add(owner, own, own.complement(), scores, true);
        Rate others = scores.othersAccepted(threshold);
        made.add("everybody else", others, others, scores, false);
        return TableNumbers.atMostFourDecimals(made.table);
    }

    private void add(String whose, Rate accepted, Rate wrong, OwnerScores scores, boolean own) {
        Interval interval = wrong.interval(Interval.USUAL_CONFIDENCE);
        double[] similarities = scores.similarities(own).sorted().toArray();
        table.stringColumn(0).append(whose);
        table.longColumn(1).append(accepted.trials());
        table.longColumn(2).append(accepted.events());
        table.longColumn(3).append(wrong.events());
        table.stringColumn(SHARE).append(String.format(Locale.ROOT, "%.0f to %.0f %%",
                100 * interval.lower(), 100 * interval.upper()));
        append(table.doubleColumn("least similar"), similarities, 0);
        append(table.doubleColumn("most similar"), similarities, similarities.length - 1);
    }

    private static void append(DoubleColumn column, double[] rising, int index) {
        if (rising.length == 0) {
            column.appendMissing();
        } else {
            column.append(rising[index]);
        }
    }
}
