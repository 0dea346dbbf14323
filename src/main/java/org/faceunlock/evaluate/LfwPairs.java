package org.faceunlock.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The pairs of Labeled Faces in the Wild, folds of them, as its {@code pairs.txt} has them: a first line of folds and
 * pairs (or of pairs alone, for one fold), then for each fold as many lines {@code name i j} of one person and as many
 * {@code name i other j} of two. G. Huang, M. Ramesh, T. Berg and E. Learned-Miller, 2007.
 *
 * @param folds the pairs, fold by fold
 */
public record LfwPairs(List<List<Pair>> folds) {

    /** A photo by its person and number. */
    public record Image(String person, int number) {

        /**
         * Where it lies below the folder of images, whatever its ending is; the JPEG that it ought to be when absent.
         */
        public Path below(Path folder) {
            String stem = String.format(Locale.ROOT, "%s_%04d", person, number);
            Path jpeg = folder.resolve(person).resolve(stem + ".jpg");
            Path png = folder.resolve(person).resolve(stem + ".png");
            return !Files.exists(jpeg) && Files.exists(png) ? png : jpeg;
        }
    }

    /** Two photos to compare. */
    public record Pair(Image first, Image second) {

        public boolean mated() {
            return first.person().equals(second.person());
        }
    }

    public LfwPairs {
        folds = folds.stream().map(List::copyOf).toList();
    }

    /**
     * Reads such a file.
     *
     * @throws IllegalArgumentException if it is another; the message names the line
     */
    public static LfwPairs read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int[] head = head(file, lines.isEmpty() ? "" : lines.get(0));
        List<List<Pair>> folds = new ArrayList<>();
        int next = 1;
        for (int fold = 0; fold < head[0]; fold++) {
            List<Pair> pairs = new ArrayList<>();
            for (int pair = 0; pair < 2 * head[1]; pair++, next++) {
                pairs.add(pair(file, next, next < lines.size() ? lines.get(next) : "", pair < head[1]));
            }
            folds.add(pairs);
        }
        return new LfwPairs(folds);
    }

    private static int[] head(Path file, String line) {
        String[] cells = line.strip().split("\\s+");
        try {
            int pairs = Integer.parseInt(cells[cells.length - 1]);
            int folds = cells.length == 1 ? 1 : Integer.parseInt(cells[0]);
            if (cells.length <= 2 && pairs > 0 && folds > 0) {
                return new int[] {folds, pairs};
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                "%s: expected a first line such as 10 300 (folds, pairs), found \"%s\"".formatted(file, line));
    }

    private static Pair pair(Path file, int index, String line, boolean mated) {
        String[] cells = line.strip().split("\\s+");
        try {
            if (mated && cells.length == 3) {
                return new Pair(new Image(cells[0], Integer.parseInt(cells[1])),
                        new Image(cells[0], Integer.parseInt(cells[2])));
            }
            if (!mated && cells.length == 4 && !cells[0].equals(cells[2])) {
                return new Pair(new Image(cells[0], Integer.parseInt(cells[1])),
                        new Image(cells[2], Integer.parseInt(cells[3])));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("%s: line %s: expected %s, found \"%s\"".formatted(file, index + 1,
                mated ? "a name and two numbers" : "a name and a number, another name and a number", line));
    }

    /** All pairs, in order. */
    public List<Pair> all() {
        return folds.stream().flatMap(List::stream).toList();
    }

    /** Every photo of a pair, once. */
    public List<Image> images() {
        return all().stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).distinct().toList();
    }
}
