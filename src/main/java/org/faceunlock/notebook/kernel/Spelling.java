package org.faceunlock.notebook.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by a misspelt one. */
final class Spelling {
    private Spelling() {
    }

    /** The name with the fewest changes, of equals one that begins alike,
            if at most a third of the characters (but one at least) has to change. */
    static Optional<String> nearest(String written, Collection<String> names) {
        int most = Math.max(1, (written.length() + 1) / 3);
        return names.stream().filter(name -> distance(written, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(name -> !name.startsWith(written.substring(0, Math.min(1, written.length()))))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * How many characters have to be added, left out, replaced or swapped with their neighbour, capitals counted as
     * small letters: the distance of Damerau and Levenshtein, in its form for changes that do not overlap.
     */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
