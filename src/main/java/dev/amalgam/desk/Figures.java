package dev.amalgam.desk;

import java.util.Locale;

/** Numbers as people read them: with a unit, and at most three significant figures. */
public final class Figures {
    private Figures() {}

    /** A time: {@code <0.1 ms}, {@code 0.4 ms}, {@code 11.8 ms}, {@code 124 ms}, {@code 1.24 s}. */
    public static String milliseconds(double milliseconds) {
        if (milliseconds < 0.05) {
            return "<0.1 ms";
        }
        return milliseconds >= 999.5 ? number(milliseconds / 1000) + " s" : tenths(milliseconds) + " ms";
    }

    /** Below 100 with one decimal, so that figures under each other can be compared. */
    private static String tenths(double value) {
        return value < 99.95 ? format("%.1f", value) : format("%.0f", value);
    }

    /** A size in memory or on disk, such as {@code 17.0 MB}; decimal units. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "B";
        for (String next : new String[] {"KB", "MB", "GB", "TB"}) {
            if (value < 999.5) {
                break;
            }
            value /= 1000;
            unit = next;
        }
        return three(value) + " " + unit;
    }

    /** A count, such as {@code 812} or {@code 4.25 M}. */
    public static String count(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        double thousands = count / 1e3;
        if (thousands < 999.5) {
            return three(thousands) + " k";
        }
        return thousands < 999_500 ? three(thousands / 1e3) + " M" : three(thousands / 1e6) + " G";
    }

    /** A probability or a cosine with two decimals; what is more than nothing never reads as nothing. */
    public static String score(double score) {
        if (score > 0 && score < 0.005) {
            return "<0.01";
        }
        return Math.abs(score) <= 1.0001 ? format("%.2f", score) : number(score);
    }

    /** A share of a whole, such as {@code 38 %}. */
    public static String percent(double share) {
        return format("%.0f %%", 100 * share);
    }

    /** A share of a whole that may be small or more than all, such as {@code 1.2 %} or {@code 0.0031 %}. */
    public static String share(double share) {
        double percent = 100 * share;
        if (!Double.isFinite(percent) || percent == 0) {
            return number(percent) + " %";
        }
        double size = Math.abs(percent);
        if (size < 1e-4 || size >= 1e6) {
            return format("%.1e %%", percent);
        }
        int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(size)));
        return format("%." + decimals + "f %%", percent);
    }

    /** Any number, with three significant figures and no zeros at the end. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        }
        if (size < 1e-3 || size >= 1e6) {
            return format("%.2e", value);
        }
        String digits = size >= 100 ? format("%.0f", value) : three(value);
        return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
    }

    private static String three(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return format("%." + decimals + "f", value);
    }

    /** How long ago, such as {@code 12 s} or {@code 3 min}. */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
