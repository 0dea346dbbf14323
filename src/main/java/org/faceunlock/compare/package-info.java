/**
 * Embeddings compared, and the lock: cosine similarity, templates of several photos, decisions with their reasons.
 * Start with {@link org.faceunlock.compare.SimilarityMatrix} and {@link org.faceunlock.compare.FaceUnlock}. A
 * similarity equal to the threshold unlocks; whatever cannot be compared is locked.
 */
package org.faceunlock.compare;
