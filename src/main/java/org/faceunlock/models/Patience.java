package org.faceunlock.models;

import java.io.IOException;
import java.time.Duration;

/**
 * How often a fetch is tried again when nothing comes of it, and how long it waits in between.
 *
 * @param attempts tries in a row that bring nothing before it is given up; at least 1
 * @param pause before the second try; doubled before each further one
 */
record Patience(int attempts, Duration pause) {

    static final Patience USUAL = new Patience(4, Duration.ofMillis(500));

    Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: expected at least 1, found " + attempts);
        }
    }

    /** Waits before the next try, or gives up when this many tries in a row have brought nothing. */
    void afterFailure(int failures, RemoteFile file, String place, IOException cause) {
        if (failures >= attempts) {
            throw new FetchException("cannot fetch " + file.fileName() + " from " + place + ": " + reason(cause)
                    + " (tried " + failures + " times); what has arrived is kept for the next run", cause);
        }
        try {
            Thread.sleep(pause.toMillis() << (failures - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while fetching " + file.fileName(), e);
        }
    }

    /** The message of an exception, or its kind when it has none. */
    static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
