package dev.amalgam.desk;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.recipe.Workshop;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something in an amalgamation that a person may look for by name.
 *
 * @param what what it is
 * @param node the node it belongs to
 * @param port the output or input it belongs to, where it is one
 * @param name what it is called
 * @param about what else is known of it: a kind, a type, a value
 */
public record Findable(What what, NodeId node, Optional<String> port, String name, String about) {
    /** What can be looked for, in the order it is listed. */
    public enum What {
        /** A node, by its name or its kind. */
        NODE,
        /** A problem, by its words. */
        PROBLEM,
        /** An input or output. */
        PORT,
        /** A setting that was chosen, by its title or its value. */
        SETTING,
        /** A tensor inside of a component's model. */
        TENSOR
    }

    /** All there is, in the order of the nodes. */
    public static List<Findable> in(Document.State state) {
        List<Findable> all = new ArrayList<>();
        for (Node node : state.graph().nodes()) {
            Optional<TypedNode> typed = state.typing().node(node.id());
            String kind = typed.map(it -> it.kind().about().title()).orElse(node.kind());
            all.add(new Findable(
                    What.NODE, node.id(), Optional.empty(), node.id().name(), kind));
            typed.ifPresent(it -> inside(it, state, all));
        }
        for (Problem problem : state.problems()) {
            problem.node()
                    .ifPresent(node -> all.add(
                            new Findable(What.PROBLEM, node, problem.port(), problem.message(), problem.remedy())));
        }
        return List.copyOf(all);
    }

    private static void inside(TypedNode typed, Document.State state, List<Findable> all) {
        typed.signature().inputs().forEach(input -> {
            String type = Optional.ofNullable(typed.inputs().get(input.name()))
                    .map(PortType::toString)
                    .orElseGet(() -> input.type().toString());
            all.add(new Findable(What.PORT, typed.id(), Optional.of(input.name()), input.name(), type));
        });
        typed.outputs()
                .forEach((port, type) ->
                        all.add(new Findable(What.PORT, typed.id(), Optional.of(port), port, type.toString())));
        for (Setting setting : typed.kind().schema().settings()) {
            typed.node().settings().get(setting.name()).ifPresent(value -> {
                all.add(new Findable(What.SETTING, typed.id(), Optional.empty(), setting.title(), words(value)));
                tensors(typed, setting, value, state, all);
            });
        }
    }

    private static void tensors(
            TypedNode typed, Setting setting, Value value, Document.State state, List<Findable> all) {
        if (value instanceof Value.FileRef file && file.path().endsWith(".onnx")) {
            try {
                Components components = state.typing().components();
                boolean edited = setting.name().equals("model") && Workshop.isEdited(typed);
                Recipe recipe = edited ? RecipeSetting.read(typed.chosen(), components) : Recipe.NONE;
                components
                        .types(file, recipe)
                        .forEach((name, type) -> all.add(
                                new Findable(What.TENSOR, typed.id(), Optional.empty(), name, type.toString())));
            } catch (KindException e) {
                // A model that cannot be read is a problem of its node, and found as such.
                return;
            }
        }
    }

    private static String words(Value value) {
        return switch (value) {
            case Value.Flag(boolean on) -> Boolean.toString(on);
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> Figures.number(number);
            case Value.Text(String text) -> text;
            case Value.FileRef file -> file.path();
            case Value.Items(List<Value> items) ->
                String.join(", ", items.stream().map(Findable::words).toList());
            case Value.Fields fields ->
                String.join(
                        ", ",
                        fields.fields().entrySet().stream().map(Findable::named).toList());
        };
    }

    private static String named(Map.Entry<String, Value> field) {
        return field.getKey() + " " + words(field.getValue());
    }
}
