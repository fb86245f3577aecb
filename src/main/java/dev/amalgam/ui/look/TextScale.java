package dev.amalgam.ui.look;

import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How large everything that is read is drawn, in percent of its usual size. The program has one scale: it belongs to the person's
 * eyes, not to a window. It is set on the UI thread and may be asked from any.
 */
public final class TextScale {
    public static final int USUAL = 100;
    public static final int LEAST = 80;
    public static final int MOST = 200;
    public static final int STEP = 10;

    private static final ReadOnlyIntegerWrapper PERCENT = new ReadOnlyIntegerWrapper(USUAL);
    private static volatile double factor = 1;

    private TextScale() {}

    /** Draws everything that large from now on, as far as that is between {@link #LEAST} and {@link #MOST}. */
    public static void set(int percent) {
        int within = Math.clamp(percent, LEAST, MOST);
        factor = within / 100.0;
        PERCENT.set(within);
    }

    public static ReadOnlyIntegerProperty percentProperty() {
        return PERCENT.getReadOnlyProperty();
    }

    /** What to multiply a size at 100 % with. */
    public static double factor() {
        return factor;
    }

    /** A length in pixels at 100 % as it is at the present scale, now and later. */
    public static DoubleBinding length(double pixels) {
        return PERCENT.multiply(pixels / 100);
    }
}
