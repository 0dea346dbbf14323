package org.faceunlock.compare;

/** What an attempt to unlock comes to. */
public enum Outcome {
    UNLOCKED,
    LOCKED
}
