package org.faceunlock.compare;

import java.nio.file.Path;

/**
 * A photo that was offered for enrolment and rejected.
 *
 * @param file where it lies
 * @param rejection why it could not be used
 */
public record NotEnrolled(Path file, Rejection rejection) {

    @Override
    public String toString() {
        return file + ": " + rejection.sentence();
    }
}
