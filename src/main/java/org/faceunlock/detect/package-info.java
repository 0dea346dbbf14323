/**
 * MTCNN, the cascade that finds faces: pyramid, proposals, refinement, output. Start with {@link
 * org.faceunlock.detect.Mtcnn}, which reads like the paper's figure, and {@link org.faceunlock.detect.MtcnnSettings}.
 */
package org.faceunlock.detect;
