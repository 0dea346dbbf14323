package org.faceunlock.image;

/**
 * The largest difference between two images of one size, where it is, and how many values differ at all.
 *
 * @param largest in grey levels
 * @param differing how many of the values differ
 * @param mean of the differences over all values, in grey levels
 */
record Difference(int largest, int x, int y, int channel, long differing, double mean) {

    static Difference between(RgbImage one, RgbImage other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new AssertionError("sizes differ: %s and %s".formatted(one, other));
        }
        Difference found = new Difference(0, 0, 0, 0, 0, 0);
        long differing = 0;
        long sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
                    int difference = Math.abs(one.value(x, y, channel) - other.value(x, y, channel));
                    differing += difference > 0 ? 1 : 0;
                    sum += difference;
                    if (difference > found.largest) {
                        found = new Difference(difference, x, y, channel, 0, 0);
                    }
                }
            }
        }
        double mean = sum / ((double) one.width() * one.height() * RgbImage.CHANNELS);
        return new Difference(found.largest, found.x, found.y, found.channel, differing, mean);
    }

    @Override
    public String toString() {
        return "largest difference %d at %d, %d, channel %d; %d values differ, mean %.4f"
                .formatted(largest, x, y, channel, differing, mean);
    }
}
