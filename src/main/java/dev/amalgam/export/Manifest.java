package dev.amalgam.export;

import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of a project are in the model that carries it.
 *
 * @param parts components, which are cut out
 * @param weights numbers that are an initialiser
 */
record Manifest(List<Part> parts, List<Weight> weights) {
    /**
     * A component.
     *
     * @param node that it is
     * @param setting of the node that names its file
     * @param scope what stands before its names
     * @param inputs its own inputs with the tensors in their place
     * @param types the declared types of its inputs, where there are some
     * @param taps its own tensors with what they are called in the model
     */
    record Part(
            String node,
            String setting,
            String scope,
            Map<String, Optional<String>> inputs,
            Map<String, TensorType> types,
            Map<String, String> taps) {}

    /** The numbers that a setting of a node names a file for: an initialiser, and the sizes they have in the file. */
    record Weight(String node, String setting, String tensor, List<Long> sizes) {}

    Map<String, Object> tree() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("parts", parts.stream().map(Manifest::json).toList());
        json.put("weights", weights.stream().map(Manifest::json).toList());
        return json;
    }

    private static Map<String, Object> json(Part part) {
        List<Object> inputs = new ArrayList<>();
        part.inputs().forEach((name, tensor) -> {
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", name);
            tensor.ifPresent(it -> input.put("tensor", it));
            Optional.ofNullable(part.types().get(name)).ifPresent(type -> putType(input, type));
            inputs.add(input);
        });
        List<Object> taps = new ArrayList<>();
        part.taps().forEach((name, tensor) -> taps.add(ordered("name", name, "tensor", tensor)));
        return ordered(
                "node", part.node(), "setting", part.setting(), "scope", part.scope(), "inputs", inputs, "taps", taps);
    }

    private static void putType(Map<String, Object> input, TensorType type) {
        input.put("element", type.element().toString());
        if (type.shape().pack().isEmpty()) {
            input.put("sizes", type.shape().dims().stream().map(Manifest::size).toList());
        }
    }

    private static Object size(Dim dim) {
        return dim.known().isPresent() ? (Object) dim.known().getAsLong() : dim.toString();
    }

    private static Map<String, Object> json(Weight weight) {
        return ordered(
                "node", weight.node(), "setting", weight.setting(), "tensor", weight.tensor(), "sizes", weight.sizes());
    }

    private static Map<String, Object> ordered(Object... entries) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            json.put((String) entries[i], entries[i + 1]);
        }
        return json;
    }

    /** @throws IllegalArgumentException where it is not of that form */
    static Manifest of(Tree tree) {
        return new Manifest(
                tree.trees("parts").stream().map(Manifest::part).toList(),
                tree.trees("weights").stream().map(Manifest::weight).toList());
    }

    private static Part part(Tree tree) {
        Map<String, Optional<String>> inputs = new LinkedHashMap<>();
        Map<String, TensorType> types = new LinkedHashMap<>();
        for (Tree input : tree.trees("inputs")) {
            String name = input.text("name");
            inputs.put(name, input.find("tensor", String.class));
            input.find("element", String.class).ifPresent(element -> types.put(name, type(name, element, input)));
        }
        Map<String, String> taps = new LinkedHashMap<>();
        tree.trees("taps").forEach(tap -> taps.put(tap.text("name"), tap.text("tensor")));
        return new Part(tree.text("node"), tree.text("setting"), tree.text("scope"), inputs, types, taps);
    }

    private static TensorType type(String owner, String element, Tree input) {
        ElementType type = ElementType.named(element).orElseThrow(() -> new IllegalArgumentException(element));
        List<Dim> dims = new ArrayList<>();
        List<?> sizes = input.find("sizes", List.class).orElse(List.of());
        for (Object size : sizes) {
            dims.add(size(owner + "." + dims.size(), size));
        }
        return new TensorType(
                type, input.find("sizes", List.class).isPresent() ? Shape.of(dims) : Shape.unranked(owner));
    }

    private static Dim size(String place, Object size) {
        return switch (size) {
            case Long number when number >= 0 -> Dim.of(number);
            case String name when name.startsWith("?") -> Dim.unknown(place);
            case String name -> Dim.named(name);
            default -> throw new IllegalArgumentException("no size: " + size);
        };
    }

    private static Weight weight(Tree tree) {
        List<Long> sizes = new ArrayList<>();
        for (Object size : tree.get("sizes", List.class)) {
            if (!(size instanceof Long number) || number < 0) {
                throw new IllegalArgumentException("no size: " + size);
            }
            sizes.add(number);
        }
        return new Weight(tree.text("node"), tree.text("setting"), tree.text("tensor"), sizes);
    }
}
