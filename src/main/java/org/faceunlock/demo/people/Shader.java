package org.faceunlock.demo.people;

/** Decides what one visible place looks like: paints it by its material, then lights it. One per person and thread. */
final class Shader {

    private final LightRig light;
    private final ShadowMap shadows;
    private final SkinPaint skin;
    private final EyePaint eyes;
    private final MouthPaint mouth;
    private final BrowPaint brows;
    private final Clothes clothes;
    private final Accessories accessories;

    Shader(Body body, Hairline hairline, Shot shot, LightRig light, ShadowMap shadows) {
        this.light = light;
        this.shadows = shadows;
        this.accessories = shot.accessories();
        this.skin = new SkinPaint(body.face, hairline, accessories.beard());
        this.eyes = new EyePaint(body.face, body.head(), light);
        this.mouth = new MouthPaint(body.face);
        this.brows = new BrowPaint(body.face);
        this.clothes = new Clothes(shot.clothes(), body.face.identity.head().shoulder());
    }

    /** Writes the light that a surface sends to the camera. */
    void shade(Material material, Surface s, double[] out) {
        s.glow = 0;
        switch (material) {
            case SKIN -> {
                skin.paint(s);
                brows.paint(s);
                mouth.paint(s);
                eyes.paint(s);
            }
            case EAR -> ear(s);
            case HAIR -> {
                out[0] = s.lx;
                out[1] = s.ly;
                out[2] = s.lz;
                return;
            }
            case CLOTH -> clothes.paint(s);
            case FRAME -> plain(s, accessories.glasses().colour(), 0.9, 0.9);
            case HAT -> clothes.knit(s, accessories.hat().colour(), !accessories.hat().hasVisor());
        }
        double facing = s.nx * light.keyX() + s.ny * light.keyY() + s.nz * light.keyZ();
        double lit = facing > -0.45 ? shadows.lit(s.px, s.py, s.pz, s.nx, s.ny, s.nz, 0.3) : 0;
        light.light(s, lit, out);
    }

    private void ear(Surface s) {
        double radius = s.lz;
        s.lz = 0;
        s.ly = -1.5;
        skin.paint(s);
        s.soft = 1;
        s.green *= 0.86;
        s.blue *= 0.86;
        s.open = Smooth.mix(0.55, 1, Smooth.step(0.15, 0.8, radius));
    }

    private static void plain(Surface s, Colour colour, double gloss, double wet) {
        s.colour(colour);
        s.gloss = gloss;
        s.wet = wet;
        s.open = 0.9;
        s.soft = 0;
    }
}
