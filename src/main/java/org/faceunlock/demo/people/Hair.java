package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.step;

import java.util.SplittableRandom;

/** Grows the hair of the head and of the beard, strand by strand from roots on the skin. */
final class Hair {

    private final Body body;
    private final Hairline hairline;
    private final Accessories accessories;
    private final HairTraits traits;
    private final double detail;
    private final int grain;
    private Strands strands;

    Hair(Body body, Hairline hairline, Accessories accessories, double detail) {
        this.body = body;
        this.hairline = hairline;
        this.accessories = accessories;
        this.traits = body.face.identity.hair();
        this.detail = detail;
        this.grain = body.face.identity.grain();
    }

    void addTo(Mesh mesh) {
        strands = new Strands(mesh, body);
        head();
        if (accessories.beard() > 0.05 || accessories.moustache() > 0.05) {
            beard();
        }
    }

    void light(Mesh mesh, LightRig light, ShadowMap shadows) {
        strands.light(mesh, light, shadows);
    }

    private void head() {
        SplittableRandom random = new SplittableRandom(grain);
        HairGrowth growth = new HairGrowth(body.face);
        int wanted = (int) (mix(7000, 5600, step(2, 14, traits.length())) * detail + 500);
        double width = mix(0.10, 0.14, step(1, 8, traits.length())) / detail;
        for (int i = 0; i < wanted; i++) {
            boolean above = i % 5 < 2;
            double row = above ? 0.4 + 3.8 * random.nextDouble() : 11 * Math.sqrt(random.nextDouble());
            double angle = (2 * random.nextDouble() - 1) * (above ? 0.6 : 1) * Math.PI;
            double layer = random.nextDouble();
            double chance = random.nextDouble();
            double tint = random.nextDouble();
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            HeadShape.Ring ring = body.shape.ring(row);
            double x = ring.x(sin);
            double y = ring.y(cos);
            double z = ring.z(cos);
            if (hidden(row, cos) || hairline.inside(x, y, z)
                    + 0.3 * Noise.at(2 * x, 2 * y, 2 * z, grain) < 0.9 * chance * chance - 0.1) {
                continue;
            }
            double[] path = growth.grow(x, y, z, layer, random);
            if (growth.veils(path)) {
                continue;
            }
            double shade = mix(0.74, 1.2, tint) * mix(0.5, 1.08, layer);
            Colour colour = traits.colour().mix(Colour.srgb(196, 194, 192), tint < traits.grey() * 0.3 ? 0.5 : 0)
                    .times(shade);
            double mass = layer < 0.22 && path.length > 30 && z < -1 ? 5 : 1;
            strands.add(path, mass * width * mix(0.7, 1.3, chance), colour, mix(0.62, 1, layer));
        }
    }

    /** A hat hides the roots under it, but for those at its edge. */
    private boolean hidden(double row, double cos) {
        return accessories.hat() != Hat.NONE && row < Wearables.hatRing(cos) - 0.1;
    }

    private void beard() {
        SplittableRandom random = new SplittableRandom(grain + 1);
        HairGrowth growth = new HairGrowth(body.face);
        int wanted = (int) (9000 * detail);
        double width = 0.10 / Math.sqrt(detail);
        for (int i = 0; i < wanted; i++) {
            boolean lip = i % 3 == 0;
            double row = lip ? 6.6 + 1.6 * random.nextDouble() : 5.5 + 6.3 * random.nextDouble();
            double angle = (lip ? 0.3 : 1.05) * Math.PI * (random.nextDouble() - 0.5);
            double chance = random.nextDouble();
            double tint = random.nextDouble();
            HeadShape.Ring ring = body.shape.ring(row);
            double cos = StrictMath.cos(angle);
            double x = ring.x(StrictMath.sin(angle));
            double y = ring.y(cos);
            if (cos < 0.02) {
                continue;
            }
            double z = ring.z(cos) + (row < 12 ? body.relief.at(x, y) * step(0.02, 0.4, cos) * step(12, 10.8, row) : 0);
            boolean upper = hairline.moustache(Math.abs(x), y) > 0.05;
            double length = (upper ? accessories.moustache() : accessories.beard()) * mix(0.6, 1.15, chance);
            double fade = step(0, 2.4, 2.2 - y - 0.25 * Math.abs(x));
            if (length < 0.05 || hairline.beard(x, y, z) * fade < chance + 0.1) {
                continue;
            }
            length *= 0.45 + 0.55 * step(-4.5, -8.2, y);
            double[] path = growth.whisker(x, y, z, length, upper, random);
            strands.add(path, width * mix(0.8, 1.2, tint), traits.brow().times(mix(0.7, 1.45, tint)),
                    mix(0.75, 1, chance));
        }
    }
}
