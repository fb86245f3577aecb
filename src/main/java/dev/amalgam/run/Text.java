package dev.amalgam.run;

import java.time.Duration;
import java.util.Locale;

/** Sizes and times as people read them. */
final class Text {
    private static final double UNIT = 1024;

    private Text() {}

    static String bytes(long bytes) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = 0;
        while (size >= UNIT && unit < units.length - 1) {
            size /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.3f s", time.toMillis() / 1000.0);
    }
}
