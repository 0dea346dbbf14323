package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;
import static org.faceunlock.demo.people.Smooth.unit;

/** How far the features of a face stand out of the smooth head, in centimetres along z. */
final class FaceRelief {

    private final FaceLayout face;
    private final HeadTraits head;
    private final EyeTraits eyes;
    private final NoseTraits nose;
    private final double tipY;
    private final double smile;
    private final int grain;

    FaceRelief(FaceLayout face) {
        this.face = face;
        this.head = face.identity.head();
        this.eyes = face.identity.eyes();
        this.nose = face.identity.nose();
        this.tipY = face.noseBase + 0.72 + 0.5 * nose.turn();
        this.smile = Math.max(0, face.expression.smile());
        this.grain = face.identity.grain();
    }

    double at(double x, double y) {
        double ax = Math.abs(x);
        double z = orbit(ax, y) + nose(ax, y) + cheeks(ax, y) + mouth(x, y) + chin(ax, y);
        return z + 0.07 * Noise.at(0.35 * x, 0.35 * y, grain) - 0.05 * lines(ax, y);
    }

    double noseTipY() {
        return tipY;
    }

    private double orbit(double ax, double y) {
        double z = -(0.75 + eyes.depth()) * bell(ax - eyes.spacing() + 0.1, y - 0.1, 2.6, 1.75);
        z -= 0.16 * bell(ax - 1.9, y - 0.3, 1.0, 1.2);
        z += 0.62 * bell(ax - eyes.spacing(), y + 0.12, 2.1, 1.6);
        z += lidFold(ax, y);
        z += head.ridge() * bell(ax - 2.6, y - 0.92 * eyes.browHeight(), 3.2, 1.25);
        z += 0.35 * head.ridge() * bell(ax, y - 2, 1.6, 1.3);
        z -= 0.45 * bell(ax - 7.2, y - 3.4, 2.6, 3.4);
        return z - (0.02 + 0.13 * face.identity.skin().age()) * bell(ax - eyes.spacing() + 0.2, y + 1.55, 1.7, 0.55);
    }

    /** The upper lid is a step in front of the eyeball; the crease above it a groove. */
    private double lidFold(double ax, double y) {
        double u = face.eyeU(ax);
        if (u < -1.25 || u > 1.35 || y > 2 || y < -1.4) {
            return 0;
        }
        double within = step(1.35, 0.9, Math.abs(u));
        double v = face.eyeV(ax, y);
        double above = v - face.upperLid(u);
        double below = face.lowerLid(u) - v;
        double crease = above - eyes.fold();
        double rim = 0.16 * unit(above / 0.12) * step(1.1, 0.1, above)
                + 0.1 * unit(below / 0.1) * step(0.7, 0.05, below);
        return within * (rim - 0.15 * unit(eyes.fold() / 0.2) * bell(crease * crease / 0.05));
    }

    private double nose(double ax, double y) {
        double base = face.noseBase;
        double t = unit((0.9 - y) / (0.9 - tipY));
        double ridge = mix(nose.root(), nose.forward(), t * mix(1, t, 0.35))
                + nose.hump() * bell((t - 0.42) * (t - 0.42) * 6);
        double width = mix(nose.bridge() + 0.42, 1.8 + 0.35 * (nose.wing() - 1.7), t * t);
        width += 1.3 * step(0.7, 2.8, y);
        double height = ridge;
        if (y < tipY) {
            double k = unit((tipY - y) / (tipY - base + 0.12));
            height *= 1 - k * k * mix(1, k, 0.5);
        } else if (y > 0.9) {
            height *= step(3.2, 0.6, y);
        }
        double across = ax / width;
        double profile = across < 1 ? 1 - across * across : 0;
        double z = height * profile * profile * mix(1, profile, 0.35);
        z += 0.5 * nose.tip() * bell(ax, y - tipY - 0.02, 1.0 * nose.tip() + 0.35, 1.05);
        double wing = nose.wing() - 0.62;
        z += 0.95 * bell(ax - wing, y - base - 0.52, 0.78, 0.72);
        z -= 0.26 * bell(ax - nose.wing() - 0.1, y - base - 0.6, 0.42, 0.85);
        return z - 0.55 * bell(ax - 0.58 * wing, y - base - 0.12, 0.42, 0.34);
    }

    private double cheeks(double ax, double y) {
        double z = head.cheekbone() * bell(ax - 5.0, y + 2.0, 2.6, 2.1);
        z += (0.35 * head.fullness() + 0.2) * bell(ax - 4.2, y + 5.2, 2.7, 3.2);
        z += 0.5 * smile * bell(ax - 3.9, y + 3.2, 2.1, 1.8);
        z -= (0.12 - 0.25 * head.fullness()) * bell(ax - 4.8, y + 6.2, 2.0, 2.6);
        return z;
    }

    /** The fold from the wing of the nose past the corner of the mouth. */
    private double lines(double ax, double y) {
        double startX = nose.wing() + 0.25;
        double startY = face.noseBase + 0.5;
        double endX = face.mouthHalf + 0.75;
        double endY = face.mouthY - 0.5;
        double t = unit(((ax - startX) * (endX - startX) + (y - startY) * (endY - startY))
                / ((endX - startX) * (endX - startX) + (endY - startY) * (endY - startY)));
        double bulge = 0.35 * t * (1 - t) * 4;
        double dx = ax - mix(startX, endX, t) - bulge * 0.6;
        double dy = y - mix(startY, endY, t);
        double strength = 0.5 + 4.2 * smile + 3.2 * face.identity.skin().age();
        return strength * bell((dx * dx + dy * dy) / 0.30) * (1 - 0.6 * t);
    }

    private double mouth(double x, double y) {
        double u = x / face.mouthHalf;
        double z = 0.36 * bell(x, y - face.mouthY - 0.2, 4.0, 3.0);
        double ax = Math.abs(x);
        z -= 0.1 * bell(ax, y - (face.noseBase + face.upperOuter(0)) / 2, 0.42, 0.9);
        z -= (0.05 + 0.15 * smile) * bell(ax - face.mouthHalf - 0.15, y - face.mouthLine(1), 0.6, 0.6);
        if (Math.abs(u) < 1.15) {
            double inside = step(1.08, 0.35, Math.abs(u));
            double top = face.upperOuter(u);
            double line = face.upperInner(u);
            double low = face.lowerInner(u);
            double bottom = face.lowerOuter(u);
            double upper = top - line + 0.12;
            double lower = low - bottom + 0.12;
            z += inside * 0.42 * bell(0, y - mix(line, top, 0.42), 1, 0.95 * upper);
            z += inside * 0.5 * bell(0, y - mix(low, bottom, 0.45), 1, 0.95 * lower);
            double seam = y - (line + low) / 2;
            z -= inside * (0.22 + 0.4 * unit(line - low)) * bell(0, seam, 1, 0.2 + 0.5 * (line - low));
        }
        return z;
    }

    private double chin(double ax, double y) {
        double drop = face.jawDrop();
        double sulcus = face.lowerOuter(0) - 0.55;
        double z = -0.28 * bell(ax, y - sulcus, 1.9, 0.8);
        return z + 0.5 * bell(ax, y - face.chinY + drop - 1.2, head.chinWidth() + 0.5, 1.5);
    }
}
