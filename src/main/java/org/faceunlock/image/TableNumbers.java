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
        table.columns().forEach(column -> {
            if (column instanceof DoubleColumn fractions) {
                fractions.setPrintFormatter(formatter("0.####"));
            }
        });
        return table;
    }

    /** The same table, which prints these columns, of pixels, say, without decimals; they keep all digits likewise. */
    public static Table whole(Table table, String... columns) {
        for (String column : columns) {
            table.doubleColumn(column).setPrintFormatter(formatter("0"));
        }
        return table;
    }

    private static NumberColumnFormatter formatter(String pattern) {
        return new NumberColumnFormatter(new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }
}
