package org.faceunlock.notebook.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as HTML: in a box that scrolls, its head stays, every cell is escaped, numbers flush right.
 *
 * <p>Longer tables than {@value #MOST_ROWS} rows are cut, and the last line says how many rows are not shown.
 */
public final class TableHtml {
    static final int MOST_ROWS = 500;
    private static final int FRACTION_DIGITS = 4;
    private static final int PLAIN_ROWS = 20;
    private static final String BOX = "<div style=\"max-height:28em;overflow:auto;display:inline-block;"
            + "max-width:100%\"><table>";
    private static final String HEAD = "<th style=\"position:sticky;top:0;background:var(--jp-layout-color0,#fff);";

    private TableHtml() {
    }

    /** The table as a bundle: HTML, and the first rows as text. */
    public static MimeBundle bundle(Table table) {
        return MimeBundle.html(html(table), table.print(PLAIN_ROWS));
    }

    private static String html(Table table) {
        StringBuilder html = new StringBuilder(BOX);
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption>").append(Html.escape(table.name())).append("</caption>");
        }
        html.append("<thead><tr>");
        table.columns().forEach(c -> html.append(HEAD).append(side(c)).append("\">")
                .append(Html.escape(c.name())).append("</th>"));
        html.append("</tr></thead><tbody>");
        int shown = Math.min(table.rowCount(), MOST_ROWS);
        for (int row = 0; row < shown; row++) {
            appendRow(html, table, row);
        }
        html.append("</tbody></table></div>");
        int hidden = table.rowCount() - shown;
        return hidden == 0 ? html.toString() : html + "<p>" + hidden + " more rows are not shown.</p>";
    }

    private static void appendRow(StringBuilder html, Table table, int row) {
        html.append("<tr>");
        for (Column<?> column : table.columns()) {
            html.append("<td style=\"").append(side(column)).append("\">")
                    .append(Html.escape(text(column, row))).append("</td>");
        }
        html.append("</tr>");
    }

    /** Fractions to four digits after the point: more would be noise to a reader; the table keeps them. */
    private static String text(Column<?> column, int row) {
        boolean fraction = column instanceof DoubleColumn && !column.isMissing(row);
        double value = fraction ? ((DoubleColumn) column).getDouble(row) : Double.NaN;
        if (!Double.isFinite(value)) {
            return column.getUnformattedString(row);
        }
        BigDecimal shown = BigDecimal.valueOf(value).setScale(FRACTION_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return shown.signum() == 0 && value != 0 ? String.format(Locale.ROOT, "%.1e", value) : shown.toPlainString();
    }

    private static String side(Column<?> column) {
        ColumnType type = column.type();
        boolean number = type == ColumnType.DOUBLE || type == ColumnType.FLOAT || type == ColumnType.INTEGER
                || type == ColumnType.LONG || type == ColumnType.SHORT;
        return "text-align:" + (number ? "right" : "left");
    }
}
