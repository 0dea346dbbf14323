package org.faceunlock.projection;

/** Anything that is n points of d numbers, so that {@link Pca} takes it as it is; {@code embed.Embeddings} is one. */
@FunctionalInterface
public interface Points {

    /** A fresh array of the numbers, {@code [n][d]}, one row a point. */
    double[][] toArray();
}
