package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.bell;
import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;
import static org.faceunlock.demo.people.Smooth.unit;

/**
 * Paints skin: its tone, blush, mottling, freckles, moles, lines, the shadow of a shaved beard and the scalp under the
 * hair.
 */
final class SkinPaint {

    private final FaceLayout face;
    private final SkinTraits skin;
    private final Hairline hairline;
    private final Colour scalp;
    private final Colour beard;
    private final double beardShade;
    private final double[] moles;
    private final int grain;

    SkinPaint(FaceLayout face, Hairline hairline, double beardLength) {
        this.face = face;
        this.skin = face.identity.skin();
        this.hairline = hairline;
        this.grain = face.identity.grain();
        this.beard = face.identity.hair().brow();
        HairTraits hair = face.identity.hair();
        this.scalp = skin.colour().mix(hair.colour().times(0.55), mix(0.62, 0.97, step(0.2, 1.5, hair.length())));
        this.beardShade = Math.max(0.5 * skin.stubble(), beardLength > 0 ? 0.75 : 0);
        this.moles = placeMoles();
    }

    void paint(Surface s) {
        double x = s.lx;
        double y = s.ly;
        double ax = Math.abs(x);
        s.colour(skin.colour());
        s.gloss = 0.27 + 0.12 * bell(ax, y - 4.5, 5, 3) + 0.2 * bell(ax, y + 3, 1.6, 2.5);
        s.wet = 0.25;
        s.soft = 1;
        s.open = openness(ax, y, s.lz);
        mottle(s, x, y, s.lz);
        if (s.lz > 0) {
            regions(s, ax, y);
            marks(s, x, y);
            lines(s, ax, y);
        }
        shaved(s, x, y);
        double cover = hairline.cover(x, y, s.lz);
        if (cover > 0) {
            double strands = 1 + 0.3 * Noise.at(9 * x, 1.5 * y, 6 * s.lz, grain);
            s.blend(scalp.times(strands), cover);
            s.gloss *= 1 - 0.7 * cover;
        }
    }

    private void mottle(Surface s, double x, double y, double z) {
        double broad = Noise.at(0.8 * x, 0.8 * y, 0.8 * z, grain);
        double fine = Noise.at(3.1 * x, 3.1 * y, 3.1 * z, grain + 1);
        double pores = step(0.12, 0.03, s.footprint) * Noise.at(11 * x, 11 * y, 11 * z, grain + 2);
        double shade = 1 + 0.03 * broad + 0.025 * fine * (1 + skin.age()) + 0.03 * pores;
        double flush = 0.035 * fine + 0.03 * broad;
        s.red *= shade;
        s.green *= shade * (1 - flush);
        s.blue *= shade * (1 - 0.8 * flush);
        s.gloss *= 1 + 0.45 * pores + 0.25 * fine;
    }

    private void regions(Surface s, double ax, double y) {
        double red = 0.8 * bell(ax - 3.9, y + 3.0, 3.6, 3.0) + 0.7 * bell(ax, y - face.noseBase - 0.8, 2.1, 1.5)
                + 0.35 * bell(ax, y - face.chinY - 1.3, 2, 1.5)
                        + 0.3 * Math.max(0, face.expression.smile()) * bell(ax - 4.2, y + 3, 2.5, 2);
        double flush = 0.19 * red * (0.35 + skin.blush()) * (1 - 0.5 * skin.tone());
        s.green *= 1 - flush;
        s.blue *= 1 - flush;
        EyeTraits eyes = face.identity.eyes();
        double socket = bell(ax - eyes.spacing() + 0.2, y - 0.35, 2.5, 1.5);
        double under = bell(ax - eyes.spacing() + 0.35, y + 1.15, 1.75, 0.75);
        double shade = 0.1 * socket + (0.07 + 0.17 * skin.age()) * under;
        s.red *= 1 - shade;
        s.green *= 1 - 1.25 * shade;
        s.blue *= 1 - 1.05 * shade;
    }

    private void marks(Surface s, double x, double y) {
        for (int i = 0; i < moles.length; i += 3) {
            double dx = x - moles[i];
            double dy = y - moles[i + 1];
            double r = moles[i + 2];
            s.blend(skin.colour().times(0.28, 0.2, 0.17),
                    0.85 * step(r * r * 1.5 + 0.01, r * r * 0.4, dx * dx + dy * dy));
        }
        if (skin.freckles() > 0.02) {
            freckle(s, x, y);
        }
    }

    private void freckle(Surface s, double x, double y) {
        double zone = bell(Math.abs(x) - 2.6, y + 2.2, 3.8, 2.8) + 0.3 * bell(x, y - 4.5, 5, 2.5);
        double cell = 0.42;
        int ix = (int) Math.floor(x / cell);
        int iy = (int) Math.floor(y / cell);
        double dx = x / cell - ix - 0.5 - 0.3 * Noise.value(ix, iy, 1, grain);
        double dy = y / cell - iy - 0.5 - 0.3 * Noise.value(ix, iy, 2, grain);
        double size = 0.1 + 0.1 * Noise.value(ix, iy, 3, grain);
        double spot = step(size + 0.16, size - 0.05, Math.sqrt(dx * dx + dy * dy));
        double share = 0.55 * unit(zone) * skin.freckles() * spot * unit(0.6 + Noise.value(ix, iy, 4, grain));
        s.blend(skin.colour().times(0.62, 0.42, 0.3), share);
    }

    /** Lines of age and of raised brows across the forehead, and beside the eyes. */
    private void lines(Surface s, double ax, double y) {
        double old = skin.age();
        double strength = 0.55 * step(0.25, 1, old) + 0.3 * Math.max(0, face.expression.brow()) * (0.3 + old);
        if (y > 2.6 && y < 6.6 && strength > 0.03) {
            double wave = y + 0.03 * ax * ax * 0.4 + 0.25 * Noise.at(0.6 * s.lx, 0.4 * y, grain + 9);
            double phase = wave / 0.95 - Math.floor(wave / 0.95) - 0.5;
            double keep = unit(0.6 + Noise.at(0.5 * s.lx, wave, grain + 10));
            s.open *= 1 - 0.42 * strength * keep * bell(phase * phase * 30) * bell(ax, y - 4.6, 5, 2.2);
        }
        double u = face.eyeU(ax);
        double crow = step(0.2, 1, old) * 0.5 + 0.35 * Math.max(0, face.expression.smile()) * (0.25 + old);
        if (u > 1.05 && u < 2.1 && crow > 0.03) {
            double fan = (y + 0.1) / (u - 0.2) * 2.6;
            double phase = fan - Math.floor(fan) - 0.5;
            s.open *= 1 - 0.4 * crow * bell(phase * phase * 16) * bell(u - 1.45, y, 0.6, 1.3);
        }
    }

    private void shaved(Surface s, double x, double y) {
        if (beardShade > 0.02 && y < -0.5 && s.lz > -1.5) {
            double zone = hairline.beard(x, y, s.lz);
            double speckle = s.footprint < 0.15 ? 0.75 + 0.4 * Noise.at(14 * x, 14 * y, 14 * s.lz, grain + 3) : 0.75;
            s.blend(beard.mix(skin.colour(), 0.25), zone * beardShade * speckle);
        }
    }

    /**
     * How much of the sky a place sees: less in the eye sockets, beside and under the nose, between and under the lips.
     */
    private double openness(double ax, double y, double z) {
        if (z < -1) {
            return 1;
        }
        EyeTraits eyes = face.identity.eyes();
        double inner = 0.2 * bell(ax - 1.75, y - 0.35, 1.0, 1.2) + 0.12 * bell(ax - eyes.spacing(), y - 0.75, 2.0, 0.9);
        double wing = face.identity.nose().wing();
        double noseSide = 0.2 * bell(ax - wing - 0.15, y - face.noseBase - 0.45, 0.6, 0.95)
                + 0.38 * bell(ax, y - face.noseBase + 0.1, 1.5, 0.6);
        double nostril = 0.93 * bell((ax - 0.56 * (wing - 0.2)) * 0.97 + 0.3 * (y - face.noseBase - 0.1), y
                - face.noseBase - 0.14, 0.46, 0.27);
        double lip = 0.34 * bell(ax, y - face.lowerOuter(0) + 0.28, 1.9, 0.55)
                + 0.3 * bell(ax - face.mouthHalf - 0.1, y - face.mouthLine(1), 0.55, 0.5);
        double neck = 0.55 * step(face.chinY - face.jawDrop() - 0.2, face.chinY - face.jawDrop() - 1.5, y
                + 0.42 * Math.max(0, 5.5 - z) - 1.6)
                * step(-16, -12, y);
        return (1 - unit(inner)) * (1 - unit(noseSide)) * (1 - nostril) * (1 - lip) * (1 - 0.6 * neck);
    }

    private double[] placeMoles() {
        double[] places = new double[3 * Math.max(0, skin.moles())];
        for (int i = 0; i < places.length; i += 3) {
            places[i] = 5.2 * Noise.value(i, 1, 0, grain);
            places[i + 1] = -3 + 6 * Noise.value(i, 2, 0, grain);
            places[i + 2] = 0.1 + 0.07 * Noise.value(i, 3, 0, grain);
        }
        return places;
    }
}
