package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** What becomes of a wire where its end is let go: it is drawn, or asks for an adapter, or what it should go to. */
final class WireEnds implements WireIntention.Ends {
    private final Adding adding;
    private final Adapting adapting;
    private final Consumer<Edit> apply;
    private final Consumer<Refusal> tell;

    WireEnds(Adding adding, Adapting adapting, Consumer<Edit> apply, Consumer<Refusal> tell) {
        this.adding = adding;
        this.adapting = adapting;
        this.apply = apply;
        this.tell = tell;
    }

    @Override
    public void draw(Edit edit) {
        apply.accept(edit);
    }

    @Override
    public void refuse(Edit.Connect wire, Refusal refusal, Optional<Wire> detached, Point2D view) {
        if (!adapting.offer(wire, refusal, detached, view)) {
            tell.accept(refusal);
        }
    }

    @Override
    public void leave(Port port, Point2D view) {
        adding.searchFitting(port, view);
    }
}
