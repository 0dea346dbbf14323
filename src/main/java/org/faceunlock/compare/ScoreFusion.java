package org.faceunlock.compare;

/**
 * How one similarity is made of a probe and several enrolled faces.
 *
 * @param kind what is compared
 * @param k of how many enrolled faces the similarities are averaged; 0 for {@link Kind#MEAN}, where none are
 */
public record ScoreFusion(Kind kind, int k) {

    /** What a probe is compared with. */
    public enum Kind {
        /** The mean of the enrolled embeddings. */
        MEAN,
        /** Each enrolled embedding; the most similar k count. */
        TOP_K
    }

    /** The cosine with the plain mean of the enrolled embeddings: the article's rule. */
    public static final ScoreFusion MEAN = new ScoreFusion(Kind.MEAN, 0);

    /** The cosine with the most similar enrolled face. */
    public static final ScoreFusion MAX = new ScoreFusion(Kind.TOP_K, 1);

    public ScoreFusion {
        boolean fits = switch (kind) {
            case MEAN -> k == 0;
            case TOP_K -> k >= 1;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "k: expected 0 for the mean and at least 1 for the top k, found %s for %s".formatted(k, kind));
        }
    }

    /** The mean of the cosines with the {@code k} most similar enrolled faces; 1 is {@link #MAX}. */
    public static ScoreFusion topK(int k) {
        return new ScoreFusion(Kind.TOP_K, k);
    }

    /**
     * The rule of a name as {@link #toString} gives it: {@code mean}, {@code max}, or {@code top-} and a number.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ScoreFusion named(String name) {
        if (name.equals("mean")) {
            return MEAN;
        }
        if (name.equals("max")) {
            return MAX;
        }
        if (name.matches("top-[1-9][0-9]{0,8}")) {
            return topK(Integer.parseInt(name.substring("top-".length())));
        }
        throw new IllegalArgumentException(
                "name: expected mean, max or top-K such as top-3, found \"%s\"".formatted(name));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MEAN -> "mean";
            case TOP_K -> k == 1 ? "max" : "top-" + k;
        };
    }
}
