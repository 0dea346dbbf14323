package org.faceunlock.models;

import java.nio.file.Path;

/**
 * A model is wanted that nobody has fetched yet.
 *
 * <p>Nothing downloads by itself: the message says what is missing, how large it is, from where it comes, which
 * command fetches it and where a mirror would have it.
 */
public final class MissingModelException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String model;

    MissingModelException(ModelEntry entry, RemoteFile file, Path expected) {
        super(message(entry, file, expected));
        this.model = entry.name();
    }

    /** The name of the model in the catalogue. */
    public String model() {
        return model;
    }

    private static String message(ModelEntry entry, RemoteFile file, Path expected) {
        String hash = file.sha256().isPresent() ? "" : " --sha256 HEX";
        return "the model " + entry.name() + " (" + entry.purpose() + ") is not in the store\n"
                + "  missing: " + expected + " (" + file.size() + ")\n"
                + "  fetch it: ./face-unlock models fetch " + entry.name() + hash + "\n"
                + "  in a notebook, in a cell of its own: %models fetch " + entry.name() + "\n"
                + "  it comes from: " + file.origin() + "\n"
                + "  without internet: set FACE_UNLOCK_MIRROR to a folder or address that has "
                + file.mirrorPath();
    }
}
