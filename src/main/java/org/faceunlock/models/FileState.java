package org.faceunlock.models;

/** What is known of a file of the store. */
public enum FileState {
    MISSING("missing"),
    PARTLY_FETCHED("partly fetched"),
    /** There with the right size; its checksum has not been computed since it last changed. */
    UNVERIFIED("in store, not verified"),
    VERIFIED("in store, verified"),
    WRONG_SIZE("damaged: wrong size"),
    WRONG_SHA256("damaged: wrong SHA-256"),
    /** There, but nobody has said which checksum it must have. */
    SHA256_UNKNOWN("in store, SHA-256 not known");

    private final String words;

    FileState(String words) {
        this.words = words;
    }

    /** The state as a table shows it. */
    public String describe() {
        return words;
    }

    /** Whether there is a file and it is not the right one. */
    public boolean damaged() {
        return this == WRONG_SIZE || this == WRONG_SHA256;
    }

    /** Whether there is no file, or only the beginning of one. */
    public boolean absent() {
        return this == MISSING || this == PARTLY_FETCHED;
    }
}
