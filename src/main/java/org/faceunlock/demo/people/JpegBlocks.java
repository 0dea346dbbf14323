package org.faceunlock.demo.people;

/**
 * What JPEG compression takes away, without a file: 8 by 8 cosine blocks, quantised and restored, colour at half the
 * resolution. In plain arithmetic, so that it is the same on every machine, which the encoders of two machines are not.
 */
final class JpegBlocks {

    private static final int N = 8;
    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
                51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92,
        95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMA = chroma();
    private static final float[] BASIS = basis();

    private JpegBlocks() {
    }

    /** Degrades RGB values in place as a JPEG file of this quality (1 to 99) would. */
    static void degrade(byte[] rgb, int width, int height, int quality) {
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        float[] luma = new float[width * height];
        float[] blueness = new float[halfWidth * halfHeight];
        float[] redness = new float[halfWidth * halfHeight];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                float r = rgb[at] & 0xff;
                float g = rgb[at + 1] & 0xff;
                float b = rgb[at + 2] & 0xff;
                float grey = 0.299f * r + 0.587f * g + 0.114f * b;
                luma[y * width + x] = grey - 128;
                int half = y / 2 * halfWidth + x / 2;
                float share = (y == height - 1 && height % 2 == 1 ? 2 : 1) * (x == width - 1 && width % 2 == 1 ? 2 : 1)
                        * 0.25f;
                blueness[half] += share * 0.564f * (b - grey);
                redness[half] += share * 0.713f * (r - grey);
            }
        }
        quantise(luma, width, height, scaled(LUMA, quality));
        int[] table = scaled(CHROMA, quality);
        quantise(blueness, halfWidth, halfHeight, table);
        quantise(redness, halfWidth, halfHeight, table);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float grey = luma[y * width + x] + 128;
                float b = blueness[y / 2 * halfWidth + x / 2];
                float r = redness[y / 2 * halfWidth + x / 2];
                int at = 3 * (y * width + x);
                rgb[at] = clip(grey + 1.402f * r);
                rgb[at + 1] = clip(grey - 0.344136f * b - 0.714136f * r);
                rgb[at + 2] = clip(grey + 1.772f * b);
            }
        }
    }

    private static byte clip(float value) {
        return (byte) (int) (Math.max(0, Math.min(255, value)) + 0.5f);
    }

    private static void quantise(float[] plane, int width, int height, int[] table) {
        float[] block = new float[N * N];
        float[] other = new float[N * N];
        for (int y = 0; y < height; y += N) {
            for (int x = 0; x < width; x += N) {
                for (int i = 0; i < N * N; i++) {
                    block[i] = plane[Math.min(height - 1, y + i / N) * width + Math.min(width - 1, x + i % N)];
                }
                transform(block, other, true);
                for (int i = 0; i < N * N; i++) {
                    block[i] = table[i] * (float) Math.floor(block[i] / table[i] + 0.5f);
                }
                transform(block, other, false);
                for (int i = 0; i < N * N; i++) {
                    if (y + i / N < height && x + i % N < width) {
                        plane[(y + i / N) * width + x + i % N] = block[i];
                    }
                }
            }
        }
    }

    /** The orthonormal cosine transform of a block along both axes, or its inverse. */
    private static void transform(float[] block, float[] scratch, boolean forward) {
        pass(block, scratch, forward);
        pass(scratch, block, forward);
    }

    /** Transforms the rows and lays the result down as columns, so that two passes do both axes. */
    private static void pass(float[] from, float[] to, boolean forward) {
        for (int row = 0; row < N; row++) {
            for (int k = 0; k < N; k++) {
                float sum = 0;
                for (int i = 0; i < N; i++) {
                    sum += from[row * N + i] * (forward ? BASIS[k * N + i] : BASIS[i * N + k]);
                }
                to[k * N + row] = sum;
            }
        }
    }

    private static float[] basis() {
        float[] values = new float[N * N];
        for (int k = 0; k < N; k++) {
            for (int i = 0; i < N; i++) {
                values[k * N + i] = (float) (Math.sqrt((k == 0 ? 1.0 : 2.0) / N)
                        * StrictMath.cos((2 * i + 1) * k * Math.PI / (2 * N)));
            }
        }
        return values;
    }

    private static int[] scaled(int[] table, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] steps = new int[N * N];
        for (int i = 0; i < N * N; i++) {
            steps[i] = Math.max(1, Math.min(255, (table[i] * scale + 50) / 100));
        }
        return steps;
    }

    private static int[] chroma() {
        int[] table = new int[N * N];
        int[] corner = {17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99};
        for (int i = 0; i < N * N; i++) {
            table[i] = i / N < 4 && i % N < 4 ? corner[i / N * 4 + i % N] : 99;
        }
        return table;
    }
}
