package org.faceunlock.demo.people;

/**
 * One place of a visible surface on its way from triangle to light: the painters change it, the light reads it. Reused,
 * mutable.
 */
final class Surface {

    /** Centimetres that one pixel covers here. */
    double footprint;
    /** Place in camera space. */
    double px;
    double py;
    double pz;
    /** Unit normal in camera space. */
    double nx;
    double ny;
    double nz;
    /** Place in the material's own space, head space for skin. */
    double lx;
    double ly;
    double lz;
    /** Reflectance. */
    double red;
    double green;
    double blue;
    /** Strength of the highlight, how wet it looks (0 broad, 1 tight), and how much of the sky reaches the place. */
    double gloss;
    double wet;
    double open;
    /** How far light creeps through, 1 for skin. */
    double soft;
    /** Light that is added as it is. */
    double glow;

    void colour(Colour colour) {
        red = colour.red();
        green = colour.green();
        blue = colour.blue();
    }

    void blend(double r, double g, double b, double share) {
        red += (r - red) * share;
        green += (g - green) * share;
        blue += (b - blue) * share;
    }

    void blend(Colour colour, double share) {
        blend(colour.red(), colour.green(), colour.blue(), share);
    }

    void darken(double factor) {
        red *= factor;
        green *= factor;
        blue *= factor;
    }

    /** Turns the normal to another one by a share and makes it a unit again. */
    void bend(double x, double y, double z, double share) {
        nx += (x - nx) * share;
        ny += (y - ny) * share;
        nz += (z - nz) * share;
        double inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
        nx *= inverse;
        ny *= inverse;
        nz *= inverse;
    }
}
