package org.faceunlock.image;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** How the tables of this library print their fractions. */
public final class TableNumbers {

    private TableNumbers() {
    }

    /** The same table, which prints at most 4 decimals; what it holds, and what is saved of it, keeps all digits. */
    public static Table atMostFourDecimals(Table table) {
        DecimalFormat format = new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        table.columns().forEach(column -> {
            if (column instanceof DoubleColumn fractions) {
                fractions.setPrintFormatter(new NumberColumnFormatter(format));
            }
        });
        return table;
    }
}
