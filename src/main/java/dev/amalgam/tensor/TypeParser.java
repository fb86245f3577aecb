package dev.amalgam.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code element[axis,axis,…]}; an axis is a sum of numbers and (multiples of) names. */
final class TypeParser {
    private static final Pattern TYPE = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*\\[(.*)]\\s*");
    private static final Pattern PACK = Pattern.compile("\\.\\.\\.(\\w*)");
    /** At most 18 digits, so that each number fits a long. */
    private static final Pattern TERM =
            Pattern.compile("([+-]?)\\s*(?:(\\d{1,18})\\s*\\*\\s*)?(?:(\\d{1,18})|(\\?|[A-Za-z_]\\w*))\\s*");

    private final String text;
    private int anonymous;

    TypeParser(String text) {
        this.text = text;
    }

    TensorType type() {
        Matcher matcher = TYPE.matcher(text);
        if (!matcher.matches()) {
            throw refused("it is not of the form element[axis,axis,…]");
        }
        return new TensorType(element(matcher.group(1)), shape(matcher.group(2).strip()));
    }

    private Element element(String name) {
        return ElementType.named(name).<Element>map(t -> t).orElseGet(() -> new ElementVariable("", name, Set.of()));
    }

    private Shape shape(String axes) {
        List<Dim> dims = new ArrayList<>();
        Optional<ShapePack> pack = Optional.empty();
        for (String axis : axes.isEmpty() ? new String[0] : axes.split(",", -1)) {
            String part = axis.strip();
            Matcher leading = PACK.matcher(part);
            if (!leading.matches()) {
                dims.add(dim(part));
            } else if (pack.isEmpty() && dims.isEmpty()) {
                pack = Optional.of(new ShapePack("", leading.group(1)));
            } else {
                throw refused("a pack may only come first");
            }
        }
        return new Shape(pack, dims);
    }

    private Dim dim(String axis) {
        try {
            Dim sum = sum(axis);
            if (sum.known().isEmpty() || sum.constant() >= 0) {
                return sum;
            }
            throw refused("'" + axis + "' is negative");
        } catch (ArithmeticException e) {
            throw refused("'" + axis + "' is too large");
        }
    }

    private Dim sum(String axis) {
        Matcher term = TERM.matcher(axis);
        Dim sum = Dim.of(0);
        int end = 0;
        while (end < axis.length() && term.find(end) && term.start() == end && (end == 0 || isSigned(term))) {
            sum = sum.plus(value(term).times(factor(term)));
            end = term.end();
        }
        if (end < axis.length() || axis.isEmpty()) {
            throw refused("'" + axis + "' is not an axis");
        }
        return sum;
    }

    private static boolean isSigned(Matcher term) {
        return !term.group(1).isEmpty();
    }

    private Dim value(Matcher term) {
        if (term.group(3) != null) {
            return Dim.of(Long.parseLong(term.group(3)));
        }
        return term.group(4).equals("?") ? Dim.unknown(Integer.toString(anonymous++)) : Dim.named(term.group(4));
    }

    private static long factor(Matcher term) {
        long size = term.group(2) == null ? 1 : Long.parseLong(term.group(2));
        return "-".equals(term.group(1)) ? -size : size;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("Not a tensor type: " + text + " — " + why);
    }
}
