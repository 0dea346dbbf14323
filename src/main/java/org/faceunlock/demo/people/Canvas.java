package org.faceunlock.demo.people;

/**
 * A picture of linear light that is still being painted: red, green and blue for each pixel, row by row. Not
 * thread-safe.
 */
final class Canvas {

    final int width;
    final int height;
    final float[] light;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.light = new float[3 * width * height];
    }

    void fill(Colour colour) {
        for (int at = 0; at < light.length; at += 3) {
            light[at] = (float) colour.red();
            light[at + 1] = (float) colour.green();
            light[at + 2] = (float) colour.blue();
        }
    }

    /** Lays a colour over one pixel, by a share from 0 to 1. */
    void blend(int x, int y, double red, double green, double blue, double share) {
        int at = 3 * (y * width + x);
        light[at] += (float) ((red - light[at]) * share);
        light[at + 1] += (float) ((green - light[at + 1]) * share);
        light[at + 2] += (float) ((blue - light[at + 2]) * share);
    }

    void blend(int x, int y, Colour colour, double share) {
        blend(x, y, colour.red(), colour.green(), colour.blue(), share);
    }

    /** A smooth enlargement of this canvas to another size. */
    Canvas enlarge(int toWidth, int toHeight) {
        Canvas large = new Canvas(toWidth, toHeight);
        for (int y = 0; y < toHeight; y++) {
            double sy = Smooth.clamp((y + 0.5) * height / toHeight - 0.5, 0, height - 1);
            int y0 = Math.min((int) sy, height - 1);
            int y1 = Math.min(y0 + 1, height - 1);
            float fy = (float) (sy - y0);
            for (int x = 0; x < toWidth; x++) {
                double sx = Smooth.clamp((x + 0.5) * width / toWidth - 0.5, 0, width - 1);
                int x0 = Math.min((int) sx, width - 1);
                int x1 = Math.min(x0 + 1, width - 1);
                float fx = (float) (sx - x0);
                for (int c = 0; c < 3; c++) {
                    float up = light[3 * (y0 * width + x0) + c] * (1 - fx) + light[3 * (y0 * width + x1) + c] * fx;
                    float down = light[3 * (y1 * width + x0) + c] * (1 - fx) + light[3 * (y1 * width + x1) + c] * fx;
                    large.light[3 * (y * toWidth + x) + c] = up * (1 - fy) + down * fy;
                }
            }
        }
        return large;
    }
}
