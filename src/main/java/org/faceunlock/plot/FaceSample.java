package org.faceunlock.plot;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which faces of many a figure shows, for more than {@value #MOST} are a grey cloud: all up to that number, else so
 * many of them at even distances in their order. Folders list photos by person, so people keep their shares.
 *
 * @param rows the faces shown, ascending
 * @param total how many there are
 */
record FaceSample(List<Integer> rows, int total) {

    /** What a page has room for. */
    static final int MOST = 300;

    static FaceSample of(int total) {
        int shown = Math.min(total, MOST);
        return new FaceSample(IntStream.range(0, shown).mapToObj(i -> (int) ((long) i * total / shown)).toList(),
                total);
    }

    /** Those of a list with an entry for each face. */
    <T> List<T> of(List<T> all) {
        return rows.stream().map(all::get).toList();
    }

    /** For the caption; empty when all are shown. */
    String note() {
        return rows.size() == total ? ""
                : "%s of %s faces, taken evenly from their order".formatted(rows.size(), total);
    }
}
