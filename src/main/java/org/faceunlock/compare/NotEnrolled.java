package org.faceunlock.compare;

import java.nio.file.Path;

/**
 * A photo that was offered for enrolment and left out.
 *
 * @param file where it lies
 * @param obstacle why it could not be used
 */
public record NotEnrolled(Path file, Obstacle obstacle) {

    @Override
    public String toString() {
        return file + ": " + obstacle.sentence();
    }
}
