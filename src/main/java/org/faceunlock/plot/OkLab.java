package org.faceunlock.plot;

import java.awt.Color;

/**
 * A colour by perceived lightness and two opponent axes, in which equal steps look equal.
 *
 * <p>Source of the matrices: Björn Ottosson, "A perceptual color space for image processing", 2020.
 *
 * @param lightness 0 (black) to 1 (white)
 * @param a green (negative) to red (positive), about -0.4 to 0.4
 * @param b blue (negative) to yellow (positive), about -0.4 to 0.4
 */
record OkLab(double lightness, double a, double b) {

    /** The colour of a lightness, a chroma (distance from grey) and a hue in degrees. */
    static OkLab polar(double lightness, double chroma, double hue) {
        double angle = Math.toRadians(hue);
        return new OkLab(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
    }

    static OkLab of(Color colour) {
        double red = toLinear(colour.getRed() / 255.0);
        double green = toLinear(colour.getGreen() / 255.0);
        double blue = toLinear(colour.getBlue() / 255.0);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new OkLab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** The colour {@code share} of the way to another; 0 is this one, 1 the other. */
    OkLab towards(OkLab other, double share) {
        return new OkLab(
                lightness + (other.lightness - lightness) * share,
                a + (other.a - a) * share,
                b + (other.b - b) * share);
    }

    /** The same hue and lightness on an sRGB screen; chroma that the screen cannot show is taken back. */
    Color toColor() {
        double share = 1;
        while (share > 0 && !inGamut(linear(share))) {
            share -= 1.0 / 64;
        }
        double[] rgb = linear(Math.max(0, share));
        return new Color(toByte(rgb[0]), toByte(rgb[1]), toByte(rgb[2]));
    }

    private double[] linear(double chromaShare) {
        double ca = a * chromaShare;
        double cb = b * chromaShare;
        double l = cube(lightness + 0.3963377774 * ca + 0.2158037573 * cb);
        double m = cube(lightness - 0.1055613458 * ca - 0.0638541728 * cb);
        double s = cube(lightness - 0.0894841775 * ca - 1.2914855480 * cb);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean inGamut(double[] rgb) {
        for (double value : rgb) {
            if (value < -0.0005 || value > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double toLinear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int toByte(double linear) {
        double clipped = Math.max(0, Math.min(1, linear));
        double value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(value * 255);
    }
}
