package dev.amalgam.run.engine;

import dev.amalgam.run.StepFailure.WrongInput;
import java.util.List;

/** The nearest way to make a value fit an input that it does not fit, in words; types are as in {@link WrongInput}. */
final class Misfit {
    private static final int CHANNELS = 3;

    private Misfit() {}

    static String remedy(WrongInput wrong) {
        List<String> expected = sizes(wrong.expected());
        if (!element(wrong.expected()).equals(element(wrong.got()))) {
            return "Put a Cast to " + element(wrong.expected()) + " before it";
        }
        if (wrong.dimension().isEmpty()) {
            return "Put a Reshape to " + expected.size() + " axes before it";
        }
        int axis = wrong.dimension().getAsInt();
        int height = height(expected);
        return height >= 0 && (axis == height || axis == height + 1)
                ? "Put a Resize to " + expected.get(height) + " × " + expected.get(height + 1)
                        + " where the picture comes in"
                : "Put a Transpose or Reshape before it, or choose what gives " + expected.get(axis) + " there";
    }

    /** The axis of the height of pictures with three channels, first or last; −1 where it is none of these. */
    private static int height(List<String> sizes) {
        String channels = Integer.toString(CHANNELS);
        if (sizes.size() != 4) {
            return -1;
        }
        return sizes.get(1).equals(channels) ? 2 : sizes.get(3).equals(channels) ? 1 : -1;
    }

    private static String element(String type) {
        return type.substring(0, type.indexOf('['));
    }

    private static List<String> sizes(String type) {
        String inside = type.substring(type.indexOf('[') + 1, type.length() - 1);
        return inside.isEmpty() ? List.of() : List.of(inside.split(",", -1));
    }
}
