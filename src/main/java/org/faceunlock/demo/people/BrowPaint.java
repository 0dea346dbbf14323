package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;
import static org.faceunlock.demo.people.Smooth.unit;

/** Paints the brows as bundles of short hairs that rise at the inner end and lie along the arch at the outer one. */
final class BrowPaint {

    private final FaceLayout face;
    private final Colour colour;
    private final double strength;
    private final int grain;

    BrowPaint(FaceLayout face) {
        this.face = face;
        this.grain = face.identity.grain() + 45;
        HairTraits hair = face.identity.hair();
        this.colour = hair.brow().times(0.8);
        this.strength = 0.92 - 0.25 * step(0.15, 0.5, hair.brow().luminance());
    }

    void paint(Surface s) {
        double ax = Math.abs(s.lx);
        if (s.lz < 2 || ax < 0.5 || ax > 6 || s.ly < 0.6 || s.ly > 5) {
            return;
        }
        double t = (ax - 1.15) / 4.3;
        double off = s.ly - face.browLine(ax);
        double width = face.identity.eyes().browWidth();
        double half = 0.5 * width * mix(1.12, 0.3, step(0.25, 1.05, t)) * step(-0.12, 0.14, t);
        if (half < 0.02 || Math.abs(off) > 3 * half + 0.3) {
            return;
        }
        double lean = mix(1.1, 0.12, unit(t * 1.6));
        double across = s.ly * 5.2 - ax * lean * 5.2;
        double along = ax * 1.1 + s.ly * lean * 0.6;
        double fine = s.footprint < 0.11 ? 1 : 0.4;
        double hairs = fine * Noise.at(across, along, (s.lx < 0 ? 3 : 4) + grain);
        double edge = Math.abs(off) / half + 0.32 * hairs;
        double share = step(1.3, 0.45, edge) * step(-0.1, 0.22, t + 0.05 * hairs) * step(1.04, 0.8, t) * strength;
        s.blend(colour, share * (0.85 + 0.15 * hairs));
        s.gloss *= 1 - 0.6 * share;
    }
}
