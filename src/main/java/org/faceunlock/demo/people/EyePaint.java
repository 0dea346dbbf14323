package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.cover;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;
import static org.faceunlock.demo.people.Smooth.unit;

/**
 * Paints eyes: the ball between the lids, the iris that looks somewhere, its reflection of the light, lashes and
 * crease.
 */
final class EyePaint {

    private static final double IRIS = 0.65;

    private final FaceLayout face;
    private final EyeTraits eyes;
    private final Rotation head;
    private final double lightX;
    private final double lightY;
    private final int grain;

    EyePaint(FaceLayout face, Rotation head, LightRig light) {
        this.face = face;
        this.eyes = face.identity.eyes();
        this.head = head;
        this.lightX = Smooth.clamp(0.34 * light.keyX(), -0.26, 0.26);
        this.lightY = Smooth.clamp(0.34 * light.keyY(), 0.08, 0.26);
        this.grain = face.identity.grain() + 21;
    }

    void paint(Surface s) {
        double ax = Math.abs(s.lx);
        double u = face.eyeU(ax);
        double v = face.eyeV(ax, s.ly);
        if (s.lz < 3 || u < -1.45 || u > 1.55 || v < -1.3 || v > 1.8) {
            return;
        }
        double above = v - face.upperLid(u);
        double below = face.lowerLid(u) - v;
        lids(s, u, above, below);
        double inside = cover(Math.min(-above, -below), s.footprint);
        if (inside > 0 && Math.abs(u) < 1) {
            ball(s, u, v, -above, -below, inside);
        }
        lashes(s, u, above, below);
    }

    private void lids(Surface s, double u, double above, double below) {
        double near = step(1.3, 0.85, Math.abs(u));
        double fold = eyes.fold() * (1 - 0.25 * u * u);
        double crease = above - fold;
        double width = 0.10 + 0.5 * s.footprint;
        s.darken(1 - 0.42 * near * unit(eyes.fold() / 0.15) * bell(crease * crease / (width * width))
                * step(0, 0.05, above));
        double lid = near * step(0, 0.08, above) * step(fold + 0.2, 0.3 * fold, above);
        s.red *= 1 - 0.06 * lid;
        s.green *= 1 - 0.14 * lid;
        s.blue *= 1 - 0.12 * lid;
        double rim = near * step(0.13, 0.02, below) * step(-0.05, 0.02, below);
        s.blend(s.red * 1.06, s.green * 0.9, s.blue * 0.9, 0.7 * rim);
        s.wet += 0.5 * rim;
    }

    private void ball(Surface s, double u, double v, double underLid, double overLid, double share) {
        double side = s.lx < 0 ? -1 : 1;
        double ex = s.lx - side * (eyes.spacing() - 0.04) - 0.42 * face.expression.gazeX();
        double ey = v - 0.04 - 0.26 * face.expression.gazeY();
        double r = Math.sqrt(ex * ex + ey * ey) / IRIS;
        double corner = step(0.45, 1.05, Math.abs(u));
        double white = 1 - 0.3 * face.identity.skin().tone();
        double red = 0.56 * white * (1 - 0.3 * corner);
        double green = 0.5 * white * (1 - 0.42 * corner);
        double blue = 0.47 * white * (1 - 0.42 * corner);
        double pink = step(-0.8, -0.96, u);
        red = mix(red, 0.5, pink);
        green = mix(green, 0.24, pink);
        blue = mix(blue, 0.21, pink);
        double f = s.footprint / IRIS;
        double iris = cover(1 - r, f + 0.1);
        double rays = Noise.at(4 * ex / (r + 0.15) + 20, 4 * ey / (r + 0.15), 2.5 * r, grain);
        double bright = (0.85 + 0.35 * rays) * mix(1.3, 0.4, step(0.62, 1, r)) * (1 - 0.9 * ey);
        Colour colour = eyes.iris();
        double warm = step(0.62, 0.38, r) * 0.35;
        red = mix(red, bright * mix(colour.red(), colour.red() * 1.2 + 0.02, warm), iris);
        green = mix(green, bright * mix(colour.green(), colour.green() * 0.85 + 0.008, warm), iris);
        blue = mix(blue, bright * mix(colour.blue(), colour.blue() * 0.6, warm), iris);
        double pupil = cover(0.4 - r, f + 0.06);
        double lidShadow = mix(0.3, 1, step(-0.04, 0.5, underLid)) * mix(0.78, 1, step(0, 0.16, overLid));
        double dark = lidShadow * (1 - 0.96 * pupil);
        s.blend(red * dark, green * dark, blue * dark, share);
        s.open = mix(s.open, 0.9, share);
        s.soft = mix(s.soft, 0.5, share);
        double bx = ex * 0.5 + 0.12 * side * u;
        double by = 0.55 * v;
        double bz = Math.sqrt(Math.max(0.1, 1 - bx * bx - by * by));
        s.bend(head.x(bx, by, bz), head.y(bx, by, bz), head.z(bx, by, bz), share);
        s.gloss = mix(s.gloss, 0.03, share);
        s.wet = mix(s.wet, 1, share);
        double gx = ex - lightX;
        double gy = ey - lightY;
        double size = 0.13 + 0.35 * s.footprint;
        double glint = bell((gx * gx + gy * gy) / (size * size)) * (0.13 / size);
        s.glow += share * step(0.02, 0.1, underLid) * (1.1 * glint + 0.12 * bell(ex + lightX, ey + 0.2, 0.22, 0.16));
    }

    private void lashes(Surface s, double u, double above, double below) {
        double out = (u + 1) / 2;
        double reach = step(1.22, 1.0, Math.abs(u)) * step(-1.08, -0.85, u);
        double strands = s.footprint < 0.09 ? 0.7 + 0.6 * Noise.at(13 * u + 4 * above, 0, grain + 2) : 0.8;
        double thick = (0.06 + 0.16 * eyes.lash() * (0.25 + 0.75 * out)) * (0.7 + 0.5 * strands);
        double line = reach * cover(Math.min(thick - above, above + 0.07), s.footprint + 0.05);
        double wing = step(0.25, 0.05, Math.abs(above - 0.5 * (u - 1))) * step(0.9, 1.05, u) * step(1.32, 1.1, u)
                * eyes.lash();
        Colour hair = face.identity.hair().brow();
        double tint = 0.35 + 0.5 * (1 - eyes.lash());
        s.blend(0.012 + tint * 0.4 * hair.red(), 0.009 + tint * 0.4 * hair.green(), 0.008 + tint * 0.4 * hair.blue(),
                (0.62 + 0.32 * eyes.lash()) * Math.max(line, 0.8 * wing));
        double lower = reach * step(0.13, 0.03, Math.abs(below - 0.06)) * (0.12 + 0.3 * eyes.lash()) * out;
        s.blend(0.03, 0.02, 0.018, lower * strands);
        s.glow *= 1 - line;
    }
}
