package org.faceunlock.compare;

/** Takes similarities as they are computed, so that nobody need keep them all. */
@FunctionalInterface
public interface SimilarityVisitor {

    /** Two faces and their raw cosine, or NaN; {@code column <= row}. May come from several threads, in any order. */
    void visit(int row, int column, double similarity);
}
