package org.faceunlock.compare;

import java.util.Locale;
import java.util.Objects;
import org.faceunlock.image.FaceOutcome;

/**
 * Why a photo could not be compared, or enrolled.
 *
 * @param reason for a program
 * @param sentence for a person, without the file's name
 */
public record Rejection(Reason reason, String sentence) {

    static final Rejection INVALID_EMBEDDING = new Rejection(
            Reason.INVALID_EMBEDDING, "the network gave no usable numbers for this face; check its weights");

    public Rejection {
        Objects.requireNonNull(sentence, "sentence");
        if (reason == Reason.MATCH || reason == Reason.NON_MATCH) {
            throw new IllegalArgumentException("reason: expected one that prevents comparing, found " + reason);
        }
    }

    /** What keeps a photo without a usable face from being compared. */
    static Rejection of(FaceOutcome outcome) {
        Reason reason = Reason.of(outcome.status());
        return new Rejection(reason, outcome.reason().isBlank() ? sentence(reason) : outcome.reason());
    }

    private static String sentence(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
