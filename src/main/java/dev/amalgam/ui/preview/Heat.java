package dev.amalgam.ui.preview;

/** Colour scales for fields of numbers: monotone in lightness, so that they read the same without hue. */
enum Heat {
    /** Attention: violet over red to light yellow. */
    FIRE(0x1b1150, 0x7a1f7a, 0xd8453f, 0xfb9a2b, 0xfdf3a2),
    /** Feature maps. */
    WATER(0x16303f, 0x1d4e6b, 0x2f7fb3, 0x56b4e9, 0xc4ecff),
    /** Channels of a signal. */
    GREY(0x1c1f25, 0x4a4f59, 0x7d838f, 0xb5bac4, 0xf4f5f7);

    @SuppressWarnings("ImmutableEnumChecker") // filled once, handed to nobody
    private final int[] stops;

    Heat(int... stops) {
        this.stops = stops;
    }

    /** The opaque ARGB colour for a value from 0 to 1. */
    int argb(double value) {
        double at = Math.clamp(value, 0, 1) * (stops.length - 1);
        int low = Math.min((int) at, stops.length - 2);
        return 0xff000000 | mix(stops[low], stops[low + 1], at - low);
    }

    /** {@code share} of {@code to} in {@code from}, per channel. */
    static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.rint(a + (b - a) * share) << shift;
        }
        return mixed;
    }
}
