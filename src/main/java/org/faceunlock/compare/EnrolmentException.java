package org.faceunlock.compare;

import java.util.List;
import java.util.stream.Collectors;

/** None of the photos offered for enrolment shows a face that can be used; the message lists each with its reason. */
public final class EnrolmentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<NotEnrolled> leftOut;

    EnrolmentException(List<NotEnrolled> leftOut) {
        super(message(leftOut));
        this.leftOut = List.copyOf(leftOut);
    }

    private static String message(List<NotEnrolled> leftOut) {
        if (leftOut.isEmpty()) {
            return "photos: expected at least one to enrol, found none; name a folder with photos of one person";
        }
        String lines = leftOut.stream().map(photo -> "\n  " + photo).collect(Collectors.joining());
        return "photos: expected at least one usable face among %s, found none:%s".formatted(leftOut.size(), lines);
    }

    /** The photos and what was wrong with each; empty when none was offered. */
    public List<NotEnrolled> leftOut() {
        return leftOut == null ? List.of() : leftOut; // not kept by serialization
    }
}
