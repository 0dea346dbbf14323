package org.faceunlock.compare;

/**
 * How one similarity is made of a probe and several enrolled faces.
 *
 * @param kind what is compared
 * @param k of how many enrolled faces the similarities are averaged; 0 for {@link Kind#CENTRE}, where none are
 */
public record TemplateRule(Kind kind, int k) {

    /** What a probe is compared with. */
    public enum Kind {
        /** The mean of the enrolled embeddings. */
        CENTRE,
        /** Each enrolled embedding; the most similar k count. */
        BEST
    }

    /** The cosine with the plain mean of the enrolled embeddings: the article's rule. */
    public static final TemplateRule MEAN = new TemplateRule(Kind.CENTRE, 0);

    /** The cosine with the most similar enrolled face. */
    public static final TemplateRule MAX = new TemplateRule(Kind.BEST, 1);

    public TemplateRule {
        boolean fits = switch (kind) {
            case CENTRE -> k == 0;
            case BEST -> k >= 1;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "k: expected 0 for the centre and at least 1 for the best, found %s for %s".formatted(k, kind));
        }
    }

    /** The mean of the cosines with the {@code k} most similar enrolled faces; 1 is {@link #MAX}. */
    public static TemplateRule topK(int k) {
        return new TemplateRule(Kind.BEST, k);
    }

    /**
     * The rule of a name as {@link #toString} gives it: {@code mean}, {@code max}, or {@code top-} and a number.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static TemplateRule named(String name) {
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
            case CENTRE -> "mean";
            case BEST -> k == 1 ? "max" : "top-" + k;
        };
    }
}
