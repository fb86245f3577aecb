package dev.amalgam.desk.merge;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.Fields;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.Value.Items;
import dev.amalgam.graph.Value.Text;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.bottom.Participant;
import dev.amalgam.onnx.recipe.Recipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A model on the canvas that may share its bottom with others.
 *
 * @param id its node
 * @param chosen its settings
 * @param whole the model after its recipe
 * @param taps what it offers as outputs
 */
public record MergeNode(NodeId id, Settings chosen, OnnxModel whole, List<Tap> taps) {
    /** The name of the kind whose nodes are models. */
    public static final String KIND = "onnx";

    static final String MODEL = "model";
    private static final String TAPS = "taps";
    private static final String RECIPE = RecipeSetting.RECIPE.name();
    private static final String TENSOR = "tensor";
    private static final String NAME = "name";

    /**
     * A tensor that is offered as an output.
     *
     * @param tensor its name in the model
     * @param settings as a person chose them: the tensor, a name, what it means
     */
    record Tap(String tensor, Fields settings) {
        static Tap of(String tensor) {
            return new Tap(tensor, new Fields(new TreeMap<>(Map.of(TENSOR, new Text(tensor)))));
        }

        static Tap of(Fields settings) {
            return new Tap(text(settings, TENSOR), settings);
        }

        /** The port that offers it. */
        String port() {
            String name = text(settings, NAME);
            return name.isEmpty() ? tensor : name;
        }

        private static String text(Fields settings, String name) {
            return settings.fields().get(name) instanceof Text(String text) ? text : "";
        }
    }

    public MergeNode {
        taps = List.copyOf(taps);
    }

    /**
     * The model of a node, after its recipe.
     *
     * @return empty where the node is no model
     * @throws KindException where its file cannot be read, or a step of its recipe cannot be made
     */
    public static Optional<MergeNode> of(Typing typing, NodeId id) throws KindException {
        Optional<Node> node = typing.graph().node(id).filter(it -> it.kind().equals(KIND));
        Optional<Kind> kind = typing.catalogue().kind(KIND);
        if (node.isEmpty()
                || kind.isEmpty()
                || !(node.get().settings().get(MODEL).orElse(null) instanceof FileRef file)) {
            return Optional.empty();
        }
        Settings settings = node.get().settings();
        Recipe recipe = RecipeSetting.read(kind.get().schema().choose(settings), typing.components());
        return Optional.of(of(id, typing.components().edited(file, recipe), settings));
    }

    /** A model as it is in its file. */
    public static MergeNode of(NodeId id, FileRef file, OnnxModel whole) {
        return of(id, whole, Settings.NONE.with(MODEL, file));
    }

    private static MergeNode of(NodeId id, OnnxModel whole, Settings settings) {
        List<Tap> taps = new ArrayList<>();
        if (settings.get(TAPS).orElse(null) instanceof Items(List<Value> rows)) {
            rows.forEach(row -> taps.add(Tap.of((Fields) row)));
        }
        if (taps.isEmpty()) {
            whole.inspect().outputs().stream().map(Inspection.Value::name).forEach(it -> taps.add(Tap.of(it)));
        }
        return new MergeNode(id, settings, whole, taps);
    }

    /** The settings of a node that is this model with these taps. */
    Settings settings(List<Tap> these) {
        List<Value> rows = these.stream().<Value>map(Tap::settings).toList();
        return chosen.with(TAPS, new Items(rows));
    }

    /** The same of what is left of the model behind these tensors: one more step of its recipe. */
    Settings settings(Collection<String> from, List<Tap> these) {
        List<Value> steps = new ArrayList<>();
        if (chosen.get(RECIPE).orElse(null) instanceof Items(List<Value> before)) {
            steps.addAll(before);
        }
        String to = these.stream().map(Tap::tensor).distinct().collect(Collectors.joining("\n"));
        steps.add(new Fields(new TreeMap<>(Map.of(
                Setting.Steps.FORM,
                new Text("cut"),
                "from",
                new Text(from.stream().sorted().collect(Collectors.joining("\n"))),
                "to",
                new Text(to)))));
        return settings(these).with(RECIPE, new Items(steps));
    }

    /** For the search: the model with what it offers as its outputs, and what feeds it in the amalgamation. */
    Participant participant(Amalgamation graph) throws OnnxException {
        Set<String> tensors = new LinkedHashSet<>();
        taps.forEach(tap -> tensors.add(tap.tensor()));
        Map<String, String> fedBy = new HashMap<>();
        for (Inspection.Value input : whole.inspect().inputs()) {
            graph.wireInto(new PortRef(id, input.name()))
                    .ifPresent(wire -> fedBy.put(input.name(), wire.from().toString()));
        }
        return new Participant(id.name(), whole.cut(tensors), fedBy);
    }
}
