package org.faceunlock.compare;

/** What an attempt to unlock comes to. */
public enum Outcome {
    UNLOCKED("🔓"),
    LOCKED("🔒");

    private final String symbol;

    Outcome(String symbol) {
        this.symbol = symbol;
    }

    /** An open or a closed padlock, one character beyond the basic plane. */
    public String symbol() {
        return symbol;
    }
}
