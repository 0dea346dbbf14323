package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.cover;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

/** Paints lips, and teeth and darkness between them. */
final class MouthPaint {

    private final FaceLayout face;
    private final Colour lip;
    private final int grain;

    MouthPaint(FaceLayout face) {
        this.face = face;
        this.grain = face.identity.grain() + 33;
        Colour skin = face.identity.skin().colour();
        double red = face.identity.mouth().redness();
        Colour rosy = skin.times(0.86, 0.5, 0.52);
        this.lip = skin.times(0.9, 0.72, 0.72)
                .mix(rosy.mix(Colour.srgb(176, 62, 66), 0.3 * red * (1 - face.identity.skin().tone())), 0.35
                + 0.6 * red);
    }

    void paint(Surface s) {
        double u = s.lx / face.mouthHalf;
        double y = s.ly;
        if (s.lz < 3 || Math.abs(u) > 1.15 || y > face.mouthY + 2.2 || y < face.mouthY - 4.5) {
            return;
        }
        double top = face.upperOuter(u);
        double upper = face.upperInner(u);
        double lower = face.lowerInner(u);
        double bottom = face.lowerOuter(u);
        double soft = s.footprint + 0.14;
        double ends = step(1.04, 0.86, Math.abs(u));
        double share = ends * cover(Math.min(top - y, y - bottom), soft);
        double wrinkles = s.footprint < 0.09 ? Noise.at(7 * s.lx, 0.8 * y, grain) : 0;
        double upperLip = step(-0.04, 0.04, y - (upper + lower) / 2);
        double shade = mix(1.04, 0.8, upperLip) * (1 + 0.09 * wrinkles);
        s.blend(lip.red() * shade, lip.green() * shade, lip.blue() * shade, 0.9 * share);
        s.gloss = mix(s.gloss, 0.3 * (1 + 0.4 * wrinkles), share);
        s.wet = mix(s.wet, 0.55, share);
        double middle = (upper + lower) / 2;
        double gap = upper - lower;
        double seamWidth = 0.07 + 0.5 * s.footprint + 0.5 * gap;
        double seam = bell((y - middle) * (y - middle) / (seamWidth * seamWidth)) * step(1.1, 0.8, Math.abs(u));
        s.blend(lip.red() * 0.22, lip.green() * 0.14, lip.blue() * 0.14,
                0.85 * seam * (0.07 + 0.05) / (0.07 + 0.5 * s.footprint + 0.05));
        if (gap > 0.03) {
            mouth(s, u, y, upper, lower, cover(Math.min(upper - y, y - lower), s.footprint + 0.04));
        }
    }

    private void mouth(Surface s, double u, double y, double upper, double lower, double share) {
        s.blend(0.06, 0.012, 0.012, share);
        double edge = upper - Math.max(0.34, Math.min(0.62, 0.62 * (face.upperInner(0) - face.lowerInner(0))))
                * (1 - 0.4 * u * u);
        double tooth = s.lx / 0.82;
        double across = tooth - Math.floor(tooth) - 0.5;
        double scallop = 0.08 * (1 - 4 * across * across);
        double teeth = share * cover(y - Math.max(edge - scallop, lower + 0.05), s.footprint + 0.05)
                * step(1, 0.72, Math.abs(u));
        double between = 1 - 0.3 * step(0.43, 0.5, Math.abs(across)) * step(0.2, 0.06, s.footprint);
        double shade = between * mix(1, 0.35, u * u) * mix(0.6, 1, step(0, 0.25, upper - y));
        s.blend(0.74 * shade, 0.69 * shade, 0.6 * shade, teeth);
        double tongue = share * (1 - teeth) * step(0.5, 0.1, (y - lower) / Math.max(0.3, upper - lower))
                * step(0.8, 0.3, Math.abs(u));
        s.blend(0.3, 0.09, 0.09, 0.7 * tongue);
        s.open *= 1 - 0.45 * share;
        s.gloss = mix(s.gloss, 0.35, share);
        s.wet = mix(s.wet, 0.9, share);
    }
}
