package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Adapters.Adapter;
import dev.amalgam.desk.Wiring;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.arrange.Room;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/** Where a wire does not fit: says why, and offers what would make it fit, to be put between in one step. */
final class Adapting {
    /** About the size of an adapter's card. */
    private static final double WIDTH = 172;

    private static final double HEIGHT = 140;
    private static final double GAP = 12;

    private final Scenery scenery;
    private final Overlay overlay;
    private final Consumer<Edit> apply;

    Adapting(Scenery scenery, Overlay overlay, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.overlay = overlay;
        this.apply = apply;
    }

    /**
     * Opens the list of what would make a wire fit.
     *
     * @param refusal why it does not
     * @param detached a wire that gives way to it, besides the one that its input has
     * @param view where the list opens
     * @return whether anything would
     */
    boolean offer(Edit.Connect wire, Refusal refusal, Optional<Wire> detached, Point2D view) {
        List<Adapter> adapters = new Wiring(scenery.document()).adapters(wire.from(), wire.to(), room(wire));
        if (!adapters.isEmpty()) {
            open(adapters, wire, refusal, detached, view);
        }
        return !adapters.isEmpty();
    }

    private void open(
            List<Adapter> adapters, Edit.Connect wire, Refusal refusal, Optional<Wire> detached, Point2D view) {
        Picker<Adapter> picker = new Picker<>(
                Texts.get("canvas.adapt", wire.from(), wire.to()),
                Texts.get("canvas.add.none"),
                typed -> lines(adapters, typed, refusal),
                adapter -> apply.accept(inserted(adapter, detached)));
        picker.wide();
        picker.low();
        draw(wire);
        overlay.open(picker, view, () -> scenery.draft(Optional.empty(), "any"));
    }

    /** The wire as it would run if it fitted. */
    private void draw(Edit.Connect wire) {
        Optional<Point2D> from = scenery.board().port(wire.from(), false);
        Optional<Point2D> to = scenery.board().port(wire.to(), true);
        scenery.draft(from.flatMap(start -> to.map(end -> new Curve(start, end))), "any");
    }

    private static List<Line<Adapter>> lines(List<Adapter> adapters, String typed, Refusal refusal) {
        return adapters.stream()
                .filter(it -> Fuzzy.score(typed, Texts.say(it.title()), it.title() + " " + it.detail())
                        .isPresent())
                .map(it -> line(it, refusal))
                .toList();
    }

    private static Line<Adapter> line(Adapter adapter, Refusal refusal) {
        String title = Texts.say(adapter.title());
        String words = adapter.detail().isEmpty()
                ? Texts.get("canvas.adapt.insert", title)
                : Texts.get("canvas.adapt.insert.detail", title, Texts.say(adapter.detail()));
        return new Line.Choice<>(adapter, Optional.empty(), words, "", Texts.say(refusal.sentence()) + ".");
    }

    private static Edit inserted(Adapter adapter, Optional<Wire> detached) {
        List<Edit> edits = new ArrayList<>();
        detached.ifPresent(wire -> edits.add(new Edit.Disconnect(wire.to())));
        edits.add(adapter.edit());
        return edits.size() == 1
                ? adapter.edit()
                : new Edit.Batch(adapter.edit().label(), edits);
    }

    /** Between the two cards, as far as there is room. */
    private Position room(Edit.Connect wire) {
        List<Area> ends = Stream.of(wire.from().node(), wire.to().node())
                .flatMap(id -> scenery.board().card(id).stream())
                .map(Board.Placed::area)
                .toList();
        double x = (ends.getFirst().right() + ends.getLast().x()) / 2;
        double y = (ends.getFirst().middle() + ends.getLast().middle()) / 2;
        Area wanted = new Area(Math.rint(x - WIDTH / 2), Math.rint(y - HEIGHT / 2), WIDTH, HEIGHT);
        List<Area> taken =
                scenery.board().cards().stream().map(Board.Placed::area).toList();
        return Room.near(wanted, taken, GAP).at();
    }
}
