package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;

/**
 * The smooth surface of head, neck and shoulders without features: rings from the crown (0) down to the chest (20).
 *
 * <p>Each ring is an oval whose front, side and back have heights of their own, so that one ring follows the jaw from
 * the chin to the ears and round to the nape. Ring 5 runs through the eyes, 7 under the nose, 8 through the mouth, 10
 * along the jaw.
 */
final class HeadShape {

    static final double JAW = 10;
    static final double NECK = 14;
    static final double LAST = 20;

    private final Spline frontY;
    private final Spline frontZ;
    private final Spline sideY;
    private final Spline sideX;
    private final Spline backY;
    private final Spline backZ;
    private final Spline centre = new Spline(-0.8, -0.8, -0.6, -0.3, 0, 0, 0, 0, 0, 0, 0, 0, -0.4, -0.8, -1, -1, -1, -1,
            -1, -1, -1);
    private final double squareChin;

    HeadShape(FaceLayout face) {
        HeadTraits head = face.identity.head();
        double top = head.top();
        double chin = face.chinY - face.jawDrop();
        double mouth = face.mouthY;
        double nose = face.noseBase;
        double w = head.width();
        double full = head.fullness();
        double neck = head.neck();
        double wide = head.shoulder();
        double d = head.depth();
        double out = head.chinForward();
        double jawY = mix(mouth, chin, 0.1);
        squareChin = Smooth.unit((head.chinWidth() - 1.2) / 1.9);
        frontY = new Spline(top, top - 0.7, top - 2.6, 5.3, 2.2, 0, 0.55 * nose, nose, mouth, mix(mouth, chin, 0.42),
                chin + 0.4, chin - 0.35, chin - 0.2, chin - 2.3, chin - 4.2, -15.9, -17.7, -20.4, -26, -38, -60);
        frontZ = new Spline(-0.8, 2.9 * d, 6.2 * d, 8.6, 9.45, 9.15, 9.0, 9.05, 9.05, 8.5 + 0.5 * out, 8.75 + out,
                7.3 + out, 4.9, 3.7, 3.5, 4, 5.4, 7.8, 10.4, 11.4, 11.4);
        sideY = new Spline(top, top - 0.8, top - 2.8, 4.9, 2.0, 0, -1.9, -3.5, -4.9, -6.1, jawY, jawY - 1, jawY - 2.2,
                -10.9, -12.8, -14.0, -15.4, -17.7, -22.6, -34, -60);
        sideX = new Spline(0, 3.3 * w, 5.75 * w, 7.2 * w, 7.6 * w, 7.35 * w, 7.05 * w + 0.3 * head.cheekbone(),
                6.6 * w + 0.35 * full, mix(6.15 * w, head.jaw() + 0.95, 0.6), head.jaw() + 0.6, head.jaw() - 0.05,
                head.jaw() - 0.6,
                neck - 0.1, neck, neck + 0.3, neck + 2, mix(neck, wide, 0.55), wide - 1.5, wide + 0.8, wide + 1.4, wide
                + 1.4);
        backY = new Spline(top, top - 0.8, top - 2.8, 4.7, 1.5, -1, -3, -5, -6.5, -8, -9.2, -10.2, -11, -11.6, -12.7,
                -13.6, -15.2, -17.7, -23, -34, -60);
        backZ = new Spline(-0.8, -4.7 * d, -7.6 * d, -9.5 * d, -10 * d, -9.6 * d, -8.9 * d, -8, -7.2, -6.7, -6.4, -6.2,
                -6.2, -6.4, -6.8, -7.5, -8.5, -9.5, -10, -10.5, -10.5);
    }

    /** One ring, evaluated once and then sampled around. */
    Ring ring(double row) {
        double square = row < 8 ? 0 : squareChin * Smooth.step(8, 10, row) * (1 - Smooth.step(11, 12, row));
        return new Ring(frontY.at(row), frontZ.at(row), sideY.at(row), sideX.at(row), backY.at(row), backZ.at(row),
                centre.at(row), square);
    }

    /** An oval around the head; the angle is given by its sine and cosine, 0 facing forwards. */
    record Ring(double frontY, double frontZ, double sideY, double sideX, double backY, double backZ, double centre,
            double square) {

        double x(double sin) {
            return sideX * sin;
        }

        double y(double cos) {
            double share = cos * cos;
            share = mix(share, share * (2 - share), square);
            return mix(sideY, cos > 0 ? frontY : backY, share);
        }

        double z(double cos) {
            return centre + (cos > 0 ? frontZ - centre : centre - backZ) * cos;
        }
    }
}
