/**
 * Faces to embeddings of unit length. Start with {@link org.faceunlock.embed.FaceEmbedder}; its results are {@link
 * org.faceunlock.embed.Embeddings}, a row a face, in the order of the photos.
 */
package org.faceunlock.embed;
