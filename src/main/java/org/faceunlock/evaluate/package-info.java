/**
 * How good a detector or an embedder is: mated and non-mated scores, FMR and FNMR, equal error rate, intervals, boxes
 * matched with the truth. Start with {@link org.faceunlock.evaluate.VerificationScores} and {@link
 * org.faceunlock.evaluate.DetectionReport}.
 */
package org.faceunlock.evaluate;
