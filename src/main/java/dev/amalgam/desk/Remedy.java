package dev.amalgam.desk;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node that may make one type fit another; whether it does is for a trial to say.
 *
 * @param way of several of one way, the first that works is enough
 * @param kind the name of its kind
 * @param settings what is chosen for it
 * @param detail the same for people, empty where all is as it comes
 */
record Remedy(String way, String kind, Settings settings, String detail) {
    /** Above this, the orders of axes are too many to try. */
    private static final int MOST_AXES = 5;

    /** What may help, the usual first. */
    static List<Remedy> of(TensorType given, TensorType wanted) {
        return Stream.of(
                        casts(wanted),
                        pools(),
                        activations(),
                        resizes(wanted.shape()),
                        transposes(given.shape(), wanted.shape()),
                        reshapes(given.shape(), wanted.shape()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Remedy> casts(TensorType wanted) {
        return wanted.element() instanceof ElementType element
                ? List.of(new Remedy("cast", "cast", text("to", element.toString()), element.toString()))
                : List.of();
    }

    private static List<Remedy> pools() {
        return Stream.of("average", "max", "flatten")
                .map(how -> new Remedy("pool " + how, "pool", text("how", how), how))
                .toList();
    }

    private static List<Remedy> activations() {
        return Stream.of("softmax", "sigmoid")
                .map(kind -> new Remedy(kind, kind, Settings.NONE, ""))
                .toList();
    }

    /** To the size of the picture that is wanted: [height,width,3]. */
    private static List<Remedy> resizes(Shape wanted) {
        if (!wanted.isKnown() || wanted.dims().size() != 3) {
            return List.of();
        }
        long height = wanted.dims().get(0).constant();
        long width = wanted.dims().get(1).constant();
        Settings size = Settings.of(Map.of("height", new Value.Whole(height), "width", new Value.Whole(width)));
        return List.of(new Remedy("resize", "resize", size, width + " × " + height));
    }

    /** The orders of axes under which no known size is another, those that move least first. */
    private static List<Remedy> transposes(Shape given, Shape wanted) {
        int axes = given.dims().size();
        if (given.pack().isPresent()
                || wanted.pack().isPresent()
                || wanted.dims().size() != axes
                || axes > MOST_AXES) {
            return List.of();
        }
        List<List<Integer>> orders = new ArrayList<>();
        extend(List.of(), given.dims(), wanted.dims(), orders);
        return orders.stream()
                .map(order -> new Remedy("transpose", "transpose", numbers("order", order), words(order)))
                .toList();
    }

    private static void extend(List<Integer> begun, List<Dim> given, List<Dim> wanted, List<List<Integer>> orders) {
        if (begun.size() == given.size()) {
            orders.add(begun);
            return;
        }
        for (int axis = 0; axis < given.size(); axis++) {
            if (!begun.contains(axis) && mayBe(given.get(axis), wanted.get(begun.size()))) {
                extend(Stream.concat(begun.stream(), Stream.of(axis)).toList(), given, wanted, orders);
            }
        }
    }

    private static boolean mayBe(Dim given, Dim wanted) {
        return given.known().isEmpty() || wanted.known().isEmpty() || given.equals(wanted);
    }

    /** Axes of size 1 put in or left out, or all behind the first made one: what never mixes up which value is where. */
    private static List<Remedy> reshapes(Shape given, Shape wanted) {
        List<List<Integer>> shapes = new ArrayList<>();
        if (given.isKnown()) {
            List<Integer> sizes = sizes(given);
            List<Integer> wider = sizes.stream().filter(size -> size != 1).toList();
            if (wanted.isKnown()
                    && wider.equals(
                            sizes(wanted).stream().filter(size -> size != 1).toList())) {
                shapes.add(sizes(wanted));
            }
            shapes.add(wider);
            shapes.add(Stream.concat(Stream.of(1), sizes.stream()).toList());
        }
        shapes.add(List.of(0, -1));
        return shapes.stream()
                .map(shape -> new Remedy("reshape", "reshape", numbers("shape", shape), words(shape)))
                .toList();
    }

    private static List<Integer> sizes(Shape known) {
        return known.dims().stream()
                .map(dim -> (int) Math.min(dim.constant(), Integer.MAX_VALUE))
                .toList();
    }

    private static Settings text(String name, String value) {
        return Settings.of(Map.of(name, new Value.Text(value)));
    }

    private static Settings numbers(String name, List<Integer> numbers) {
        return Settings.of(Map.of(
                name,
                new Value.Items(numbers.stream().<Value>map(Value.Real::new).toList())));
    }

    private static String words(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
