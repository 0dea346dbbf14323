package org.faceunlock.image;

import java.util.Objects;

/**
 * A file, or some bytes, that {@link PhotoReader} could not make a photo of.
 *
 * <p>The message is the name and the reason; the reason is one line for a person and says what to do.
 */
public final class UnreadablePhotoException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is the matter, for a program to act upon. */
    public enum Kind {
        /** There is no such file. */
        MISSING,
        /** There is something, but it cannot be opened: a folder, or a file without permission. */
        NO_ACCESS,
        /** The file has no bytes. */
        EMPTY,
        /** The file ends before the photo does. */
        TRUNCATED,
        /** The photo has more pixels than the reader accepts, or the file more bytes. */
        TOO_LARGE,
        /** A picture format, or a variant of one, that is not read here, such as HEIC. */
        UNSUPPORTED,
        /** The bytes are no picture at all, whatever the file's name says. */
        NOT_A_PHOTO,
        /** A picture whose inside is damaged. */
        BROKEN
    }

    private final Kind kind;
    private final String name;
    private final String reason;

    private UnreadablePhotoException(Kind kind, String name, String reason, Throwable cause) {
        super(name.isEmpty() ? reason : name + ": " + reason, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.name = name;
        this.reason = reason;
    }

    public UnreadablePhotoException(Kind kind, String reason) {
        this(kind, "", reason, null);
    }

    public UnreadablePhotoException(Kind kind, String reason, Throwable cause) {
        this(kind, "", reason, cause);
    }

    /** The same, with the name of the photo in front of its message. */
    UnreadablePhotoException named(String photo) {
        return new UnreadablePhotoException(kind, photo, reason, getCause() == null ? this : getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** The photo's name as it was given to the reader. */
    public String name() {
        return name;
    }

    /** One line for a person, without the photo's name. */
    public String reason() {
        return reason;
    }
}
