/**
 * The training of the small networks that ship: windows and pairs of rendered people, losses, optimiser, snapshots.
 * Start with {@link org.faceunlock.demo.training.DetectorTraining} and {@link
 * org.faceunlock.demo.training.EmbedderTraining}.
 */
package org.faceunlock.demo.training;
