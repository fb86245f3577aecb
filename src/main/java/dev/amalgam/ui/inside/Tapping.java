package dev.amalgam.ui.inside;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.inside.Component;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Taps;
import dev.amalgam.graph.Edit;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.model.Guess;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tensors of a component are outputs of it, and the edits that make them so. For the UI thread only. */
final class Tapping {
    private final Inside inside;
    private final InsideHost host;
    private Document.State state;
    private Optional<Taps> taps = Optional.empty();
    private Map<String, TensorType> types = Map.of();

    Tapping(Inside inside, InsideHost host) {
        this.inside = inside;
        this.host = host;
        this.state = host.document().state();
        show(state);
    }

    void show(Document.State now) {
        state = now;
        taps = now.graph().node(host.node()).map(node -> Taps.of(node, inside.outputs()));
        types = Component.of(now, host.node()).map(this::types).orElse(types);
    }

    private Map<String, TensorType> types(Component component) {
        try {
            return component.types();
        } catch (KindException e) {
            // The file is gone since; what was known of it stays true of what is shown.
            return types;
        }
    }

    /** The types of the tensors inside, as far as the file or the runtime has told. */
    Map<String, TensorType> types() {
        return types;
    }

    /** All that the component gives. */
    List<Taps.Tap> all() {
        return taps.map(Taps::all).orElse(List.of());
    }

    /** The type of a tensor, where the file or the runtime has told. */
    Optional<TensorType> type(String tensor) {
        return Optional.ofNullable(types.get(tensor));
    }

    /** The type of a tensor in words: of one whose axes nobody has told, the element type; empty where nothing is known. */
    String typeText(String tensor) {
        return type(tensor)
                .map(type -> type.shape().pack().isPresent() ? type.element().toString() : type.toString())
                .orElse("");
    }

    /** The tap of a tensor, if it has one. */
    Optional<Taps.Tap> tap(String tensor) {
        return taps.flatMap(known -> known.of(tensor));
    }

    /** What a tapped tensor means, as the component's port says. */
    Optional<Representation> meaning(Taps.Tap tap) {
        return state.typing()
                .node(host.node())
                .map(TypedNode::outputs)
                .flatMap(ports -> Optional.ofNullable(ports.get(tap.port())))
                .map(port -> port.representation());
    }

    /** What a tensor probably means. Cuts the model for it, so not for every tensor at once. */
    Optional<Representation> guess(String tensor) {
        return type(tensor).map(type -> new Guess(inside.model()).representation(tensor, type));
    }

    /** Makes a tensor an output of the component, or one no more: one step for undo. */
    void toggle(String tensor) {
        if (inside.maker(tensor).isEmpty()) {
            host.say(Texts.get("inside.tap.input", tensor));
        } else if (tap(tensor).isEmpty()) {
            taps.ifPresent(known -> apply(known.add(tensor)));
        } else {
            taps.flatMap(known -> known.remove(tensor, state.graph()))
                    .ifPresentOrElse(this::apply, () -> host.say(Texts.get("inside.tap.last")));
        }
    }

    /** Says what a tap means; empty to have it guessed. */
    void mean(String tensor, Optional<Representation> meaning) {
        taps.ifPresent(known -> apply(known.mean(tensor, meaning)));
    }

    private void apply(Edit edit) {
        host.document()
                .apply(edit)
                .ifPresentOrElse(
                        refusal -> host.say(Texts.say(refusal.sentence(), refusal.remedy())),
                        () -> host.say(Texts.say(edit.label())));
    }
}
