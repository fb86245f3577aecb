package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** What can be done with the wire that is selected; lists open at its middle. */
final class SelectedWire {
    private final Scenery scenery;
    private final Adding adding;
    private final Adapting adapting;
    private final Consumer<Refusal> tell;

    SelectedWire(Scenery scenery, Adding adding, Adapting adapting, Consumer<Refusal> tell) {
        this.scenery = scenery;
        this.adding = adding;
        this.adapting = adapting;
        this.tell = tell;
    }

    private Optional<Link> link() {
        return scenery.selection().wire().flatMap(scenery.board()::link);
    }

    /** Whether its ends do not fit each other. */
    boolean disagrees() {
        return scenery.selection().wire().flatMap(this::disagreement).isPresent();
    }

    private Optional<Refusal> disagreement(Wire wire) {
        var typing = scenery.document().state().typing();
        return typing.refuse(typing.graph(), wire.from(), wire.to());
    }

    /** Opens the list of what would make it fit. */
    void adapt() {
        link().ifPresent(it -> disagreement(it.wire()).ifPresent(why -> {
            Edit.Connect wire = new Edit.Connect(it.wire().from(), it.wire().to());
            if (!adapting.offer(wire, why, Optional.empty(), middle(it))) {
                tell.accept(why);
            }
        }));
    }

    /** Opens the list of what fits into it. @return whether there is one */
    boolean searchInto() {
        Optional<Link> link = link();
        link.ifPresent(it -> adding.searchInto(it.wire(), middle(it)));
        return link.isPresent();
    }

    private Point2D middle(Link link) {
        Point2D middle = link.curve().at(0.5);
        return scenery.camera().toView(middle.getX(), middle.getY());
    }
}
