package org.faceunlock.models;

import java.nio.file.Path;

/** A file of the store is not the one that was published: cut short, changed, or never checked. */
public final class DamagedModelException extends StoreException {

    private static final long serialVersionUID = 1L;

    DamagedModelException(ModelEntry entry, Path file, String expectedAndFound) {
        super(file + ": " + expectedAndFound + "; fetch it again with ./face-unlock models fetch " + entry.name());
    }
}
