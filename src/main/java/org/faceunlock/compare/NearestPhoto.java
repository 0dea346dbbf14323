package org.faceunlock.compare;

import org.faceunlock.embed.EmbeddedFace;

/**
 * The enrolled photo that is most like a probe.
 *
 * @param face the enrolled face and its file
 * @param similarity the cosine of the two, -1 to 1, whatever the rule of the template
 */
public record NearestPhoto(EmbeddedFace face, double similarity) {
}
