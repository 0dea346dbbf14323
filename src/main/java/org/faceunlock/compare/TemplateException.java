package org.faceunlock.compare;

/** A template file that was refused: it is damaged, locked by another passphrase, or of another model. */
public final class TemplateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    TemplateException(String message) {
        super(message);
    }

    TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
