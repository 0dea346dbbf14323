package org.faceunlock.models;

import java.util.Locale;

/**
 * What is to be known of an embedder before its numbers can be used: which network, what crop it wants, and how its
 * similarities are to be read. Immutable.
 *
 * @param architecture the network that its weights are for
 * @param crop how a face has to be cut out for it
 * @param dimension how many numbers an embedding has
 * @param threshold the cosine similarity from which on to take two faces for one person's, to begin with; -1 to 1
 * @param origin where that threshold comes from, as a table shows it
 * @param coolest the similarity at the cool end of a heatmap's colours, about what two people have; the other end is 1
 */
public record EmbedderCard(
        Architecture architecture, WantedCrop crop, int dimension, double threshold, String origin, double coolest) {

    /** The article's crop and threshold: for published weights of InceptionResnetV1, and for a user's own. */
    public static final EmbedderCard ARTICLE = new EmbedderCard(Architecture.INCEPTION_RESNET_V1,
            new WantedCrop(WantedCrop.Kind.BOX, 160, 18), 512, 0.8, "the article, by eye", 0);

    /** The shipped weights: their threshold is that of their card, measured on rendered people. */
    public static final EmbedderCard DEMO = new EmbedderCard(Architecture.INCEPTION_RESNET_V1, ARTICLE.crop, 512, 0.75,
            "rendered people (models.md)", 0);

    /** dlib's face network: its embeddings share a large common part, so that strangers are at 0.75 to 0.9. */
    public static final EmbedderCard DLIB = new EmbedderCard(Architecture.DLIB_RESNET,
            new WantedCrop(WantedCrop.Kind.FIVE_POINTS, 150, 0.25), 128, 0.91,
            "100 photos of 10 people of LFW (models.md)", 0.75);

    /** A network that embeds. */
    public enum Architecture {
        /** 160 pixels in, 512 numbers out; {@code v - 127.5 / 128}. */
        INCEPTION_RESNET_V1("InceptionResnetV1"),
        /** 150 pixels in, 128 numbers out; less a mean colour, {@code / 256}. */
        DLIB_RESNET("dlib's face ResNet");

        private final String title;

        Architecture(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * How a face is cut out.
     *
     * @param size side of the crop in pixels
     * @param border of a box, how many pixels of the crop lie outside it; of five points, the padding around a mean
     *     face as a share of its width
     */
    public record WantedCrop(Kind kind, int size, double border) {

        /** What the crop is placed by. */
        public enum Kind {
            /** The face's box, squeezed to a square. */
            BOX,
            /** Eyes, nose and corners of the mouth, by turning, scaling and shifting. */
            FIVE_POINTS
        }

        @Override
        public String toString() {
            return switch (kind) {
                case BOX -> String.format(Locale.ROOT, "box, %d, margin %.0f, squeezed", size, border);
                case FIVE_POINTS -> String.format(Locale.ROOT, "five points, turned, %d, padding %s", size, border);
            };
        }
    }

    public EmbedderCard {
        if (!(threshold >= -1 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold: expected a cosine from -1 to 1, found " + threshold);
        }
    }
}
