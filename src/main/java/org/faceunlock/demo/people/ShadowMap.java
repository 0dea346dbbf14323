package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.unit;

/** Which parts of a person the main light reaches, seen from the light as a map of depths. Thread-safe once built. */
final class ShadowMap {

    private static final int SIZE = 224;
    private static final double EXTENT = 34;
    private static final double CENTRE_Y = -3;
    private static final int TAPS = 3;
    /** How far the disc of taps reaches to the sides in its middle row and in each further one, and how many it has. */
    private static final int[] DISC = {3, 3, 2, 1};
    private static final int DISC_SIZE = 37;

    private final Visibility map = new Visibility(SIZE, SIZE);
    private final LightRig light;
    private final double rx;
    private final double rz;
    private final double ux;
    private final double uy;
    private final double uz;
    private final double spread;

    ShadowMap(Mesh mesh, LightRig light) {
        this.light = light;
        double inverse = 1 / Math.sqrt(light.keyX() * light.keyX() + light.keyZ() * light.keyZ() + 1e-12);
        rx = light.keyZ() * inverse;
        rz = -light.keyX() * inverse;
        ux = light.keyY() * rz;
        uy = light.keyZ() * rx - light.keyX() * rz;
        uz = -light.keyY() * rx;
        spread = (0.28 + 0.85 * (1 - light.hardness())) * SIZE / EXTENT / TAPS;
        map.clear();
        map.draw(mesh, flatten(mesh), 0);
    }

    private float[] flatten(Mesh mesh) {
        float[] flat = new float[3 * mesh.vertices()];
        for (int i = 0; i < flat.length; i += 3) {
            double x = mesh.position[i];
            double y = mesh.position[i + 1] - CENTRE_Y;
            double z = mesh.position[i + 2];
            flat[i] = (float) column(x, z);
            flat[i + 1] = (float) row(x, y, z);
            flat[i + 2] = (float) (x * light.keyX() + y * light.keyY() + z * light.keyZ());
        }
        return flat;
    }

    private double column(double x, double z) {
        return SIZE * (0.5 + (x * rx + z * rz) / EXTENT);
    }

    private double row(double x, double y, double z) {
        return SIZE * (0.5 - (x * ux + y * uy + z * uz) / EXTENT);
    }

    /**
     * The share of the main light that reaches a place, softened over a disc; {@code bias} lifts it off its own
     * surface.
     */
    double lit(double x, double y, double z, double nx, double ny, double nz, double bias) {
        double px = x + bias * nx;
        double py = y + bias * ny - CENTRE_Y;
        double pz = z + bias * nz;
        double column = column(px, pz);
        double row = row(px, py, pz);
        double slope = 1 - (nx * light.keyX() + ny * light.keyY() + nz * light.keyZ());
        double depth = px * light.keyX() + py * light.keyY() + pz * light.keyZ() + bias * (0.6 + 1.2 * slope);
        int shake = Noise.hash((int) (x * 97), (int) (y * 97), (int) (z * 97), 1);
        column += spread * (shake & 0xff) / 256.0 - 0.5 * spread;
        row += spread * (shake >> 8 & 0xff) / 256.0 - 0.5 * spread;
        double sum = 0;
        for (int j = -TAPS; j <= TAPS; j++) {
            sum += litAlong((int) (row + j * spread), column, DISC[Math.abs(j)], depth);
        }
        return sum / DISC_SIZE;
    }

    /** How many of a row's places of the map the light passes through to this depth; what lies outside is lit. */
    private double litAlong(int row, double column, int reach, double depth) {
        boolean outside = row < 0 || row >= SIZE;
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            int at = (int) (column + i * spread);
            sum += outside || at < 0 || at >= SIZE ? 1 : unit(1 + 3.3 * (depth - map.depth[row * SIZE + at]));
        }
        return sum;
    }
}
