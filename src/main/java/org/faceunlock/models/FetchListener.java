package org.faceunlock.models;

import java.nio.file.Path;
import java.util.OptionalLong;

/** What happens while files are fetched, for a progress bar or a log; every method may be left out. */
public interface FetchListener {

    /** Ignores everything. */
    FetchListener SILENT = new FetchListener() { };

    /** Another process or thread fetches into the same folder; this one waits until it is done. */
    default void waiting(Path folder) {
    }

    /** The file is there already and has the right bytes. */
    default void present(RemoteFile file) {
    }

    /** Bytes begin to arrive: from that byte on, of that many in all; called again after a retry. */
    default void started(RemoteFile file, long from, OptionalLong total) {
    }

    /** So many bytes are there now, counted from the beginning of the file. */
    default void advanced(long received) {
    }

    /** Something went wrong that may pass; it is tried again. */
    default void retrying(RemoteFile file, String reason) {
    }

    /** A source is asked for the file; some, such as npm, take a while before the first byte. */
    default void asking(RemoteFile file, Source source) {
    }

    /** A source does not give what is wanted; another is asked now. */
    default void unavailable(String reason) {
    }

    /** The file is complete, checked and in its place. */
    default void finished(RemoteFile file) {
    }

    /** The file is given up; the exception that follows says why. */
    default void failed(RemoteFile file) {
    }
}
