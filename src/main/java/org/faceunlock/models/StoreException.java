package org.faceunlock.models;

/** A file that is wanted cannot be had or cannot be trusted; the message says which, why and what to do. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
