package org.faceunlock.demo.people;

/** What covers the head. */
public enum Hat {
    NONE(0, 0, 0), BEANIE(0.10, 0.12, 0.20), CAP(0.04, 0.05, 0.12), RED_BEANIE(0.34, 0.05, 0.05),
            SAND_CAP(0.42, 0.34, 0.24);

    private final double red;
    private final double green;
    private final double blue;

    Hat(double red, double green, double blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** A hat by a share from 0 to 1, never none. */
    static Hat any(double share) {
        Hat[] all = values();
        return all[1 + Math.min((int) (share * (all.length - 1)), all.length - 2)];
    }

    boolean hasVisor() {
        return this == CAP || this == SAND_CAP;
    }

    Colour colour() {
        return new Colour(red, green, blue);
    }
}
