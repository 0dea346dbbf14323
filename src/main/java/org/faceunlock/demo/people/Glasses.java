package org.faceunlock.demo.people;

/** What sits on the nose. */
public enum Glasses {
    NONE(0, 0, 0, 0, 0),
    ROUND(2.35, 2.25, 2, 0.10, 0.02), RECTANGULAR(2.65, 1.75, 4, 0.16, 0.015),
    BOLD(2.75, 2.05, 3, 0.27, 0.012), TORTOISE(2.6, 2.15, 2.6, 0.22, 0.06),
    METAL(2.55, 1.9, 2.8, 0.085, 0.35);

    private final double halfWidth;
    private final double halfHeight;
    private final double power;
    private final double thickness;
    private final double brightness;

    Glasses(double halfWidth, double halfHeight, double power, double thickness, double brightness) {
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        this.power = power;
        this.thickness = thickness;
        this.brightness = brightness;
    }

    /** A pair by a share from 0 to 1, never none. */
    static Glasses any(double share) {
        Glasses[] all = values();
        return all[1 + Math.min((int) (share * (all.length - 1)), all.length - 2)];
    }

    double halfWidth() {
        return halfWidth;
    }

    double halfHeight() {
        return halfHeight;
    }

    /** Shape of the rim: 2 is an ellipse, more is squarer. */
    double power() {
        return power;
    }

    double thickness() {
        return thickness;
    }

    Colour colour() {
        return this == TORTOISE ? new Colour(0.09, 0.035, 0.015) : Colour.grey(brightness);
    }
}
