package org.faceunlock.models;

/** A file could not be fetched; what had arrived is kept in a .part file where it can be of use. */
public final class FetchException extends StoreException {

    private static final long serialVersionUID = 1L;

    public FetchException(String message) {
        super(message);
    }

    public FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
