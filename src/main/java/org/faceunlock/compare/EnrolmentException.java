package org.faceunlock.compare;

import java.util.List;
import java.util.stream.Collectors;

/** None of the photos offered for enrolment shows a face that can be used; the message lists each with its reason. */
public final class EnrolmentException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<NotEnrolled> rejected;

    EnrolmentException(List<NotEnrolled> rejected) {
        super(message(rejected));
        this.rejected = List.copyOf(rejected);
    }

    private static String message(List<NotEnrolled> rejected) {
        if (rejected.isEmpty()) {
            return "photos: expected at least one to enrol, found none; name a folder with photos of one person";
        }
        String lines = rejected.stream().map(photo -> "\n  " + photo).collect(Collectors.joining());
        return "photos: expected at least one usable face among %s, found none:%s".formatted(rejected.size(), lines);
    }

    /** The photos and what was wrong with each; empty when none was offered. */
    public List<NotEnrolled> rejected() {
        return rejected == null ? List.of() : rejected; // not kept by serialization
    }
}
