package dev.amalgam.desk.inside;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Settings;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/** A node that is made of a model: the model as its recipe leaves it. */
public final class Component {
    private final Kind kind;
    private final Settings settings;
    private final Components components;

    private Component(Kind kind, Settings settings, Components components) {
        this.kind = kind;
        this.settings = settings;
        this.components = components;
    }

    /** The component of that name; empty where there is none, or no model is chosen for it. */
    public static Optional<Component> of(Document.State state, NodeId node) {
        Optional<Node> found = state.graph().node(node).filter(Component::isOne);
        return found.flatMap(it -> state.typing().catalogue().kind(it.kind()))
                .map(kind -> new Component(
                        kind, found.orElseThrow().settings(), state.typing().components()));
    }

    private static boolean isOne(Node node) {
        return node.kind().equals("onnx") && node.settings().get("model").isPresent();
    }

    /** What the inside depends on: all settings but the taps. */
    public Settings makings() {
        return settings.with("taps", Optional.empty());
    }

    /**
     * Its model, its recipe applied. Reads the file, so not for the window's own thread.
     *
     * @throws KindException where the file or the recipe is wrong
     */
    public OnnxModel model() throws KindException {
        Chosen chosen = kind.schema().choose(settings);
        return components.edited(chosen.requiredFile("model"), RecipeSetting.read(chosen, components));
    }

    /**
     * The types of the tensors inside, as the runtime tells them or, until it has, the file.
     *
     * @throws KindException where the file or the recipe is wrong
     */
    public Map<String, TensorType> types() throws KindException {
        Chosen chosen = kind.schema().choose(settings);
        return components.types(chosen.requiredFile("model"), RecipeSetting.read(chosen, components));
    }
}
