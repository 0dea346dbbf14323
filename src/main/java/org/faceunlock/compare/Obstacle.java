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
public record Obstacle(Reason reason, String sentence) {

    static final Obstacle NO_NUMBERS = new Obstacle(
            Reason.NO_NUMBERS, "the network gave no usable numbers for this face; check its weights");

    public Obstacle {
        Objects.requireNonNull(sentence, "sentence");
        if (reason == Reason.SIMILAR || reason == Reason.NOT_SIMILAR) {
            throw new IllegalArgumentException("reason: expected one that prevents comparing, found " + reason);
        }
    }

    /** What keeps a photo without a usable face from being compared. */
    static Obstacle of(FaceOutcome outcome) {
        Reason reason = Reason.of(outcome.status());
        return new Obstacle(reason, outcome.reason().isBlank() ? sentence(reason) : outcome.reason());
    }

    private static String sentence(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
