package org.faceunlock.plot;

import java.util.List;

/**
 * The rows (and columns alike) of a heatmap: whole units, with a wider gap between people. Immutable.
 *
 * @param size side of a cell, in units
 * @param gap between two people, in units; 0 where every face is somebody else and cells are small
 * @param runs the people along the axis
 */
record AxisCells(double size, double gap, List<PersonRun> runs) {

    private static final double MOST = 96;
    private static final double LEAST = 20;
    private static final double LEAST_ALONE = 40;
    private static final double USUAL_WIDTH = 600;
    private static final double MOST_WIDTH = 1500;

    AxisCells {
        runs = List.copyOf(runs);
    }

    /** Large cells for few faces, smaller ones for many, so that 8 and 60 faces both make a page. */
    static AxisCells of(List<String> people) {
        int count = people.size();
        double size = Math.max(LEAST, Math.min(MOST, Math.floor(USUAL_WIDTH / count)));
        if (size * count > MOST_WIDTH) {
            size = Math.max(1, Math.floor(MOST_WIDTH / count));
        }
        List<PersonRun> runs = PersonRun.of(people);
        boolean grouped = runs.size() < count || size >= LEAST_ALONE;
        double gap = size < 4 || !grouped ? 0 : Math.max(2, Math.min(5, Math.round(size * 0.07)));
        return new AxisCells(size, gap, runs);
    }

    /** Where cell {@code index} starts. */
    double start(int index) {
        double place = index * size;
        for (PersonRun run : runs) {
            place += run.first() > 0 && run.first() <= index ? gap : 0;
        }
        return place;
    }

    /** Where the last cell ends. */
    double end() {
        PersonRun last = runs.get(runs.size() - 1);
        return start(last.end() - 1) + size;
    }

    double start(PersonRun run) {
        return start(run.first());
    }

    double end(PersonRun run) {
        return start(run.end() - 1) + size;
    }
}
