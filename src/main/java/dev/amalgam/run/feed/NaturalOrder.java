package dev.amalgam.run.feed;

import java.util.Locale;

/** The order of names as people count: runs of digits by their number, all else by letter without regard to capitals. */
final class NaturalOrder {
    private NaturalOrder() {}

    /** As a comparator does; names that differ are never equal. */
    static int compare(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endOfA = end(a, i);
            int endOfB = end(b, j);
            int order = part(a.substring(i, endOfA), b.substring(j, endOfB));
            if (order != 0) {
                return order;
            }
            i = endOfA;
            j = endOfB;
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : one.compareTo(other);
    }

    /** The end of the run of digits, or of the one character, that begins there. */
    private static int end(String text, int start) {
        int end = start + 1;
        while (isDigit(text.charAt(start)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int part(String one, String other) {
        if (!isDigit(one.charAt(0)) || !isDigit(other.charAt(0))) {
            return one.compareTo(other);
        }
        String a = one.replaceFirst("^0+(?=.)", "");
        String b = other.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
