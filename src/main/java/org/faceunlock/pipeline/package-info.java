/**
 * From photos to embeddings, for a folder or for more: each photo read, its face found, cut out and embedded on all
 * processors, in order, and kept in a cache. Start with {@link org.faceunlock.pipeline.PhotoEmbedder}.
 */
package org.faceunlock.pipeline;
