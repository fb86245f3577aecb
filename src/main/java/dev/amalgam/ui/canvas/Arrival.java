package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Insertion;
import dev.amalgam.desk.Names;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Kind;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.geometry.Point2D;

/** A kind that is carried over the canvas and dropped on it: a wire that it fits takes it in. */
final class Arrival {
    private final Scenery scenery;
    private final Adding adding;
    private Optional<Landing> landing = Optional.empty();

    Arrival(Scenery scenery, Adding adding) {
        this.scenery = scenery;
        this.adding = adding;
    }

    /** It is there, in pixels of the view. */
    void over(Kind kind, Point2D view) {
        if (landing.isEmpty()) {
            landing = Optional.of(landing(kind));
        }
        landing.get().show(view, scenery.camera().toWorld(view.getX(), view.getY()));
    }

    /** It is gone. */
    void leave() {
        landing.ifPresent(Landing::hide);
        landing = Optional.empty();
    }

    /** It is let go there. */
    void drop(Kind kind, Point2D view, Position at) {
        Optional<Wire> wire = landing(kind).wire(scenery.camera().toWorld(view.getX(), view.getY()));
        leave();
        wire.ifPresentOrElse(it -> adding.insert(kind.name(), at, it), () -> adding.add(kind.name(), at));
    }

    private Landing landing(Kind kind) {
        String title = kind.about().title();
        Node node = new Node(Names.fresh(title, scenery.document().state().graph()), kind.name(), Settings.NONE);
        return new Landing(scenery, Texts.say(title), wire -> insertion(node, wire));
    }

    private Optional<Edit> insertion(Node node, Wire wire) {
        return Insertion.of(scenery.document().state().typing(), node, new Position(0, 0), wire);
    }
}
