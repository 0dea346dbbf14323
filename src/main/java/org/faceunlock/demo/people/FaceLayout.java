package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;

/**
 * Where the parts of one face lie at the moment of the shot, in head space: centimetres, the origin between the eyes'
 * heights on the axis of the head, x to the person's left (the right of the picture), y up, z forwards. Immutable.
 */
final class FaceLayout {

    final Identity identity;
    final Expression expression;
    final double noseBase;
    final double mouthY;
    final double chinY;
    final double mouthHalf;
    final double browLift;
    private final double cornerLift;
    private final double gap;

    FaceLayout(Identity identity, Expression expression) {
        this.identity = identity;
        this.expression = expression;
        this.noseBase = -identity.nose().length();
        this.mouthY = noseBase - identity.mouth().philtrum();
        this.chinY = mouthY - identity.head().chin();
        this.mouthHalf = identity.mouth().halfWidth() * (1 + 0.2 * expression.smile() - 0.12 * expression.open());
        this.cornerLift = 0.14 + 0.54 * expression.smile();
        this.gap = 1.9 * expression.open() + 0.45 * Smooth.step(0.55, 0.95, expression.smile());
        this.browLift = 0.42 * expression.brow();
    }

    /** How far the open mouth moves the chin down. */
    double jawDrop() {
        return 1.25 * expression.open();
    }

    /** Height of the line between the lips; {@code u} is -1 at one corner, 1 at the other. */
    double mouthLine(double u) {
        return mouthY + cornerLift * (u * u - 0.25) - 0.06 * bell(u * u * 6)
                + 0.05 * bell((Math.abs(u) - 0.35) * 4, 0, 1, 1);
    }

    double upperInner(double u) {
        return mouthLine(u) + 0.3 * gap * arc(u);
    }

    double lowerInner(double u) {
        return mouthLine(u) - 0.7 * gap * arc(u);
    }

    double upperOuter(double u) {
        MouthTraits mouth = identity.mouth();
        double a = Math.abs(u);
        double shape = Math.max(0, 1 - a) * (1 + 0.55 * a) * (1 - mouth.bow() * bell(u * u * 14)) * 1.08;
        return upperInner(u) + mouth.upper() * (1 - 0.22 * Math.max(0, expression.smile())) * shape;
    }

    double lowerOuter(double u) {
        double c = arc(u);
        double thickness = identity.mouth().lower() * (1 - 0.18 * Math.max(0, expression.smile()));
        return lowerInner(u) - thickness * c * (1.2 - 0.2 * c);
    }

    /** Place across an eye: -1 at the inner corner, 1 at the outer one, for either eye. */
    double eyeU(double x) {
        return (Math.abs(x) - identity.eyes().spacing()) / identity.eyes().halfWidth();
    }

    /** Height above the axis of an eye, which runs from corner to corner. */
    double eyeV(double x, double y) {
        return y - identity.eyes().tilt() * (Math.abs(x) - identity.eyes().spacing());
    }

    double upperLid(double u) {
        double c = arc(u);
        double shape = (0.62 * c + 0.38 * Math.sqrt(c)) * (1 - 0.14 * u);
        double open = expression.eyes() - 0.12 * Math.max(0, expression.smile()) + 0.06 * expression.brow();
        double height = Smooth.mix(-0.75 * identity.eyes().lower(), identity.eyes().upper() + 0.12 * expression.gazeY(),
                open);
        return height * shape;
    }

    double lowerLid(double u) {
        double c = arc(u);
        double raised = 1 - 0.22 * Math.max(0, expression.smile());
        return -identity.eyes().lower() * raised * (0.7 * c + 0.3 * Math.sqrt(c)) * (1 + 0.14 * u);
    }

    /** Height of the brow's middle line at a distance from the middle of the face. */
    double browLine(double ax) {
        EyeTraits eyes = identity.eyes();
        double t = (ax - 1.2) / 4.1;
        double inner = expression.brow() < 0 ? 0.35 * expression.brow() * Math.max(0, 1 - t) : 0;
        double arch = eyes.browArch() * (1 - (t - 0.62) * (t - 0.62) * (t > 0.62 ? 7 : 2.6));
        return eyes.browHeight() + browLift + arch + eyes.browSlope() * (t - 0.4) + inner;
    }

    private static double arc(double u) {
        return Math.max(0, 1 - u * u);
    }
}
