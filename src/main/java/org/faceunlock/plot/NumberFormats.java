package org.faceunlock.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a figure prints them: a point, a fixed count of decimals, a real minus sign, and no minus before zero. */
final class NumberFormats {

    private static final char MINUS = '\u2212';

    private NumberFormats() {
    }

    /** A number with this many decimals, rounded half to even on its exact value; "NaN" and "∞" for what is none. */
    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        String text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).abs().toPlainString();
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return value < 0 && !zero ? MINUS + text : text;
    }
}
