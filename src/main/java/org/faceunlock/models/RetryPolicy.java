package org.faceunlock.models;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/**
 * How often a fetch is tried again when nothing comes of it, and how long it waits in between.
 *
 * @param attempts tries in a row that bring nothing before it is given up; at least 1
 * @param pause before the second try; doubled before each further one
 * @param forAbsence whether a host that is not known or does not begin to answer is asked again
 */
record RetryPolicy(int attempts, Duration pause, boolean forAbsence) {

    static final RetryPolicy USUAL = new RetryPolicy(4, Duration.ofMillis(500), true);

    RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: expected at least 1, found " + attempts);
        }
    }

    /** The same, but a host that is not known or does not begin to answer is given up at once. */
    RetryPolicy withoutWaiting() {
        return new RetryPolicy(attempts, pause, false);
    }

    /** Waits before the next try, or gives up when this many tries in a row have brought nothing. */
    void afterFailure(int failures, RemoteFile file, Source source, IOException cause) {
        if (failures >= attempts || !forAbsence && (cause instanceof HttpTimeoutException || isUnknownHost(cause))) {
            throw new FetchException("cannot fetch " + file.fileName() + " from " + source.place(file) + ": "
                    + reason(cause) + " (tried " + failures + " times, " + source.route(file)
                    + "); what has arrived is kept for the next run", cause);
        }
        try {
            Thread.sleep(pause.toMillis() << (failures - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while fetching " + file.fileName(), e);
        }
    }

    /** What went wrong, in words. */
    static String reason(IOException failure) {
        if (isUnknownHost(failure)) {
            return "the name of the host, or of the proxy, is not known";
        }
        if (String.valueOf(failure.getMessage()).startsWith("too many authentication attempts")) {
            return "the proxy refuses this user and password";
        }
        if (failure.getMessage() == null) {
            return failure instanceof ConnectException ? "no connection" : "the connection ended";
        }
        return failure.getMessage().replaceAll("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*: *", "");
    }

    private static boolean isUnknownHost(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
