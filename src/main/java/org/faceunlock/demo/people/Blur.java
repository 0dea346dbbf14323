package org.faceunlock.demo.people;

/** Blurs a canvas: three running means along each axis, close to a Gaussian and as fast at every width. */
final class Blur {

    private Blur() {
    }

    /**
     * Blurs in place.
     *
     * @param sigma of the Gaussian, in pixels; below 0.2 nothing happens
     */
    static void apply(Canvas canvas, double sigma) {
        if (sigma < 0.2) {
            return;
        }
        if (sigma < 1.2) {
            small(canvas, sigma);
            return;
        }
        int radius = Math.max(1, (int) Math.round(Math.sqrt(sigma * sigma * 4 + 1) / 2 - 0.5));
        float[] from = canvas.light;
        float[] line = new float[3 * Math.max(canvas.width, canvas.height)];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < canvas.height; y++) {
                mean(from, 3 * y * canvas.width, 3, canvas.width, radius, line);
            }
            for (int x = 0; x < canvas.width; x++) {
                mean(from, 3 * x, 3 * canvas.width, canvas.height, radius, line);
            }
        }
    }

    private static void mean(float[] values, int start, int stride, int count, int radius, float[] line) {
        float scale = 1f / (2 * radius + 1);
        for (int c = 0; c < 3; c++) {
            float sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += values[start + c + stride * Math.max(0, Math.min(count - 1, i))];
            }
            for (int i = 0; i < count; i++) {
                line[i] = sum * scale;
                sum += values[start + c + stride * Math.min(count - 1, i + radius + 1)]
                        - values[start + c + stride * Math.max(0, i - radius)];
            }
            for (int i = 0; i < count; i++) {
                values[start + c + stride * i] = line[i];
            }
        }
    }

    /** A five-point kernel for blurs finer than the running means can do. */
    private static void small(Canvas canvas, double sigma) {
        double a = StrictMath.exp(-0.5 / (sigma * sigma));
        double b = StrictMath.exp(-2 / (sigma * sigma));
        double sum = 1 + 2 * a + 2 * b;
        float[] line = new float[3 * Math.max(canvas.width, canvas.height)];
        for (int y = 0; y < canvas.height; y++) {
            convolve(canvas.light, 3 * y * canvas.width, 3, canvas.width, line, (float) (a / sum), (float) (b / sum));
        }
        for (int x = 0; x < canvas.width; x++) {
            convolve(canvas.light, 3 * x, 3 * canvas.width, canvas.height, line, (float) (a / sum), (float) (b / sum));
        }
    }

    private static void convolve(float[] values, int start, int stride, int count, float[] line, float a, float b) {
        float centre = 1 - 2 * a - 2 * b;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < count; i++) {
                line[i] = values[start + c + stride * i];
            }
            for (int i = 0; i < count; i++) {
                values[start + c + stride * i] = centre * line[i]
                        + a * (line[Math.max(0, i - 1)] + line[Math.min(count - 1, i + 1)])
                        + b * (line[Math.max(0, i - 2)] + line[Math.min(count - 1, i + 2)]);
            }
        }
    }
}
