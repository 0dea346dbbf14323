package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;

/** The largest difference of one kind, and where it is. */
final class Largest {

    private final String what;
    private double difference;
    private String place = "";

    Largest(String what) {
        this.what = what;
    }

    void add(double found, double expected, String where) {
        double apart = Math.abs(found - expected);
        if (!(apart <= difference)) {
            difference = apart;
            place = "%s: found %s, expected %s".formatted(where, found, expected);
        }
    }

    void isAtMost(double tolerance) {
        System.out.println(this);
        assertThat(difference).as(toString()).isLessThanOrEqualTo(tolerance);
    }

    @Override
    public String toString() {
        return difference == 0 ? "no difference in " + what
                : "largest difference in %s %.3g at %s".formatted(what, difference, place);
    }
}
