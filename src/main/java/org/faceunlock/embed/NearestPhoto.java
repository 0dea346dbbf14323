package org.faceunlock.embed;


/**
 * A face that is among those most like a probe: see {@link Embeddings#nearest}.
 *
 * @param face the face and its file
 * @param similarity the cosine of the two, -1 to 1; in an attempt to unlock, whatever the rule of the template
 */
public record NearestPhoto(EmbeddedFace face, double similarity) {
}
