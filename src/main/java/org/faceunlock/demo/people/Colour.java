package org.faceunlock.demo.people;

import java.util.Locale;

/**
 * A colour as linear light: red, green and blue reflectance or intensity, 0 upwards, 1 being a white wall in full
 * light.
 *
 * @param red linear red
 * @param green linear green
 * @param blue linear blue
 */
public record Colour(double red, double green, double blue) {

    public Colour {
        if (!(red >= 0 && green >= 0 && blue >= 0) || Double.isInfinite(red + green + blue)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "colour: expected three finite values of at least 0, found %s, %s, %s", red, green, blue));
        }
    }

    /** The linear light of an 8-bit sRGB colour. */
    static Colour srgb(double red, double green, double blue) {
        return new Colour(linear(red / 255), linear(green / 255), linear(blue / 255));
    }

    static Colour grey(double value) {
        return new Colour(value, value, value);
    }

    Colour mix(Colour other, double share) {
        return new Colour(Smooth.mix(red, other.red, share), Smooth.mix(green, other.green, share),
                Smooth.mix(blue, other.blue, share));
    }

    Colour times(double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    Colour times(double r, double g, double b) {
        return new Colour(red * r, green * g, blue * b);
    }

    double luminance() {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    /** A place on a ramp of colours, 0 the first, 1 the last, blended in between. */
    static Colour ramp(double place, Colour... stops) {
        double at = Smooth.unit(place) * (stops.length - 1);
        int stop = Math.min((int) at, stops.length - 2);
        return stops[stop].mix(stops[stop + 1], at - stop);
    }

    /** A saturated-to-pale colour of a hue (0 to 1 around the circle), linear light. */
    static Colour hue(double hue, double saturation, double brightness) {
        double h = 6 * (hue - Math.floor(hue));
        double r = Smooth.unit(Math.abs(h - 3) - 1);
        double g = Smooth.unit(2 - Math.abs(h - 2));
        double b = Smooth.unit(2 - Math.abs(h - 4));
        return new Colour(r, g, b).mix(grey(1), 1 - saturation).times(brightness);
    }

    private static double linear(double encoded) {
        double v = Smooth.unit(encoded);
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }
}
