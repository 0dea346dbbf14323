package org.faceunlock.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values in rising order, all within the axis
 * @param decimals how many each label needs
 */
record Ticks(List<Double> values, int decimals) {

    Ticks {
        values = List.copyOf(values);
    }

    /**
     * About {@code count} ticks, never more than {@code count + 1}.
     *
     * @param low first number of the axis
     * @param high last number of the axis, above {@code low}
     * @param count at least 1
     */
    static Ticks between(double low, double high, double count) {
        if (!(high > low) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("axis: expected finite low < high, found %s to %s".formatted(low, high));
        }
        double rough = (high - low) / count;
        int exponent = (int) Math.floor(Math.log10(rough));
        double power = Math.pow(10, exponent);
        double factor = rough / power;
        int mantissa = factor <= 1.0000001 ? 1 : factor <= 2.0000001 ? 2 : factor <= 5.0000001 ? 5 : 10;
        double step = mantissa * power;
        int decimals = Math.max(0, mantissa == 10 ? -exponent - 1 : -exponent);
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long multiple = first; multiple <= last; multiple++) {
            values.add(multiple * step);
        }
        return new Ticks(values, decimals);
    }

    String label(int index) {
        return NumberFormats.fixed(values.get(index), decimals);
    }
}
