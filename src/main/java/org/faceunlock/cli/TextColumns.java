package org.faceunlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words under one another, each column as wide as its widest word. */
public final class TextColumns {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with the heads of its columns and no row yet. */
    public TextColumns(String... heads) {
        rows.add(List.of(heads));
    }

    /** Of rows that are there already, heads first. */
    public static TextColumns of(List<List<String>> rows) {
        TextColumns table = new TextColumns(rows.get(0).toArray(String[]::new));
        rows.stream().skip(1).forEach(row -> table.add(row.toArray(String[]::new)));
        return table;
    }

    /** Adds a row, a cell a column. */
    public void add(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("cells: expected " + rows.get(0).size() + ", found " + cells.length);
        }
        rows.add(List.of(cells));
    }

    /** The heads, then the rows in the order in which they were added. */
    public List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(String.format("%-" + Math.max(1, widths[column]) + "s  ", row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
