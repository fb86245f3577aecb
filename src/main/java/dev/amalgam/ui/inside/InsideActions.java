package dev.amalgam.ui.inside;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.inside.Component;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.canvas.CanvasView;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looking inside a component, as actions. */
public final class InsideActions {
    private final Supplier<CanvasView> canvas;
    private final Supplier<Document.State> state;
    private final Function<NodeId, TapFinding> find;

    private InsideActions(
            Supplier<CanvasView> canvas, Supplier<Document.State> state, Function<NodeId, TapFinding> find) {
        this.canvas = canvas;
        this.state = state;
        this.find = find;
    }

    /**
     * Adds them for the canvas and the document that are in use when one is called.
     *
     * @param find finds taps of a component
     */
    public static void register(
            Actions actions,
            Supplier<CanvasView> canvas,
            Supplier<Document.State> state,
            Function<NodeId, TapFinding> find) {
        new InsideActions(canvas, state, find).register(actions);
    }

    private void register(Actions actions) {
        actions.add("inside.open", () -> component().ifPresent(canvas.get()::openInside))
                .when(() -> component().isPresent());
        actions.edit("inside.activation", () -> finding().ifPresent(TapFinding::beforeActivation))
                .when(() -> subject().isPresent());
        actions.edit("inside.suggest", () -> finding().ifPresent(TapFinding::suggest))
                .when(() -> subject().isPresent());
        actions.add("inside.leave", () -> view().ifPresent(InsideView::leave)).when(() -> view().isPresent());
        actions.edit(
                        "inside.tap",
                        () -> tensor().ifPresent(it ->
                                view().ifPresent(view -> view.tapping().toggle(it))))
                .when(() -> tensor().isPresent());
        actions.add("inside.expand", () -> view().ifPresent(InsideView::openAll))
                .when(() -> view().isPresent());
        actions.add("inside.collapse", () -> view().ifPresent(InsideView::closeAll))
                .when(() -> view().isPresent());
    }

    private Optional<InsideView> view() {
        return canvas.get().cover().filter(InsideView.class::isInstance).map(InsideView.class::cast);
    }

    /** The component that is open, or else the one that is selected. */
    private Optional<NodeId> subject() {
        return view().map(InsideView::node).or(this::component);
    }

    private Optional<TapFinding> finding() {
        return subject().map(find);
    }

    /** The one component that is selected. */
    private Optional<NodeId> component() {
        return canvas.get().selectedNodes().stream()
                .filter(_ -> canvas.get().selectedNodes().size() == 1)
                .findFirst()
                .filter(this::isComponent);
    }

    private boolean isComponent(NodeId id) {
        return Component.of(state.get(), id).isPresent();
    }

    /** The tensor that is chosen, or the first that the chosen operator makes. */
    private Optional<String> tensor() {
        return view().flatMap(view -> switch (view.pick()) {
            case Pick.Tensor(String name) -> Optional.of(name);
            case Pick.Operator(int place) ->
                view.inside().operator(place).outputs().stream().findFirst();
            default -> Optional.empty();
        });
    }
}
