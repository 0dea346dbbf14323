package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

/** Where on a head hair grows: the scalp, and the area of the beard. */
final class Hairline {

    private final FaceLayout face;
    private final HairTraits hair;
    private final int grain;

    Hairline(FaceLayout face) {
        this.face = face;
        this.hair = face.identity.hair();
        this.grain = face.identity.grain() + 7;
    }

    /** How far a place in head space lies inside the hair, in centimetres; negative outside. */
    double inside(double x, double y, double z) {
        double ax = Math.abs(x);
        double high = hair.hairline() + 3.8 * hair.bald();
        double front = y - high + 0.03 * ax * ax - 2.4 * hair.recession() * bell(ax - 4.2, 0, 2.6, 1)
                + 0.25 * bell(ax, 0, 1.2, 1) * hair.recession();
        double burn = 1.55 + 0.45 * y + 0.05 * y * Math.abs(y) - z;
        double nape = mix(5.2, 8.3, step(3, 9, hair.length()));
        double low = z > -1.2 ? y + 1.6 : y + mix(1.6, nape, step(mix(-3.5, -1.2, step(3, 9, hair.length())), -6, z));
        double side = Math.min(burn, low);
        double d = Math.max(front, side);
        if (hair.bald() > 0) {
            double rim = 4.6 - y + 0.5 * Math.max(0, -z - 4);
            d = Math.min(d, mix(9, rim, step(0.1, 0.6, hair.bald())));
        }
        return d;
    }

    /** The same with a ragged edge, as a share from 0 to 1. */
    double cover(double x, double y, double z) {
        double d = inside(x, y, z);
        if (d < -1.2 || d > 1.6) {
            return d > 0 ? 1 : 0;
        }
        double ragged = 0.4 * Noise.at(1.4 * x, 1.4 * y, 1.4 * z, grain) + 0.3 * Noise.at(5 * x, 5 * y, 5 * z, grain);
        return step(-0.45, 0.65, d + ragged);
    }

    /** How densely a beard grows at a place in the front view, 0 to 1; the moustache belongs to it. */
    double beard(double x, double y, double z) {
        double ax = Math.abs(x);
        double drop = face.jawDrop();
        double cheek = mix(face.mouthY + 1.25, -1.3, step(3.0, 7.0, ax));
        double area = step(0.5, -0.6, y - cheek) * step(-1.2, 0.6, z)
                * step(face.chinY - drop - 2.6, face.chinY - drop - 0.6, y);
        double lips = bell(x / (face.mouthHalf + 0.4), (y - (face.upperOuter(0) + face.lowerOuter(0)) / 2)
                / (0.75 + 0.5 * (face.upperOuter(0) - face.lowerOuter(0))), 1, 1);
        double under = bell(ax - 1.7, y - face.lowerOuter(0) + 0.1, 1.0, 0.7);
        double share = area * (1 - step(0.02, 0.25, lips)) * (1 - 0.6 * under);
        return Math.max(share, moustache(ax, y));
    }

    double moustache(double ax, double y) {
        double top = face.noseBase - 0.35 - 0.16 * ax;
        double u = Math.min(1, ax / face.mouthHalf);
        double bottom = Math.max(face.upperOuter(u) - 0.02, face.mouthLine(1) - 0.5);
        double within = Math.min(top - y, y - bottom);
        return step(-0.12, 0.22, within) * step(face.mouthHalf + 0.7, face.mouthHalf - 0.1, ax)
                * (0.55 + 0.45 * step(0, 0.7, ax));
    }
}
