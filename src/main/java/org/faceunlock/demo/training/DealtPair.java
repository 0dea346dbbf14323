package org.faceunlock.demo.training;

/**
 * Two crops of one person in a batch.
 *
 * @param person whose
 * @param first a crop of theirs
 * @param second another one, if there is any
 */
record DealtPair(int person, int first, int second) {
}
