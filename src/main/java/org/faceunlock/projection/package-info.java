/**
 * Principal component analysis by singular value decomposition. Start with {@link org.faceunlock.projection.Pca}; its
 * scores are a {@link org.faceunlock.projection.Projection}.
 */
package org.faceunlock.projection;
