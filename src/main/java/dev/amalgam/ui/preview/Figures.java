package dev.amalgam.ui.preview;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: with a unit, at most three significant figures. */
public final class Figures {
    private Figures() {}

    /** Any number: {@code 0.0312}, {@code 12.4}, {@code 48900}, {@code 1.2e-7}. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "−infinite";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        return size < 0.001 || size >= 1e6 ? String.format(Locale.ROOT, "%.1e", value) : threeFigures(value);
    }

    private static String threeFigures(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(new MathContext(3));
        // Whole numbers keep all their digits: 1003 rounded to 1000 would be a lie about a count.
        boolean whole = value == Math.rint(value);
        return (whole ? exact : rounded).stripTrailingZeros().toPlainString();
    }

    /** A probability or a cosine with two decimals; what is more than nothing never reads as nothing. */
    public static String score(double value) {
        if (value > 0 && value < 0.005) {
            return "<0.01";
        }
        return Math.abs(value) <= 1.0001 ? String.format(Locale.ROOT, "%.2f", value) : number(value);
    }

    /** A duration: {@code <0.1 ms}, {@code 0.4 ms}, {@code 11.8 ms}, {@code 124 ms}, {@code 1.24 s}. */
    public static String milliseconds(double ms) {
        if (ms < 0.05) {
            return "<0.1 ms";
        }
        if (ms < 99.95) {
            return String.format(Locale.ROOT, "%.1f ms", ms);
        }
        return ms < 999.5
                ? String.format(Locale.ROOT, "%.0f ms", ms)
                : number(new BigDecimal(ms / 1000).round(new MathContext(3)).doubleValue()) + " s";
    }
}
