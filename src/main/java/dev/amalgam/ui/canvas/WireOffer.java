package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Wiring;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/**
 * Drawing a wire by keys: a list of a card's outputs and free inputs, then a list of what the chosen one can be wired to. Escape
 * goes back from the second to the first.
 */
final class WireOffer {
    private static final double ASIDE = 12;

    private final Scenery scenery;
    private final Overlay overlay;
    private final Consumer<Edit> apply;

    WireOffer(Scenery scenery, Overlay overlay, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.overlay = overlay;
        this.apply = apply;
    }

    /** Opens the first list, or the second where there is nothing to choose in the first. @return whether there is such a card */
    boolean open(NodeId node) {
        Optional<Board.Placed> placed = scenery.board().card(node);
        placed.ifPresent(this::open);
        return placed.isPresent();
    }

    private void open(Board.Placed card) {
        List<Port> ports = ports(card.card());
        Point2D corner =
                scenery.camera().toView(card.box().getMaxX(), card.box().getMinY());
        Point2D at = corner.add(ASIDE, 0);
        int outputs = card.card().outputs().size();
        boolean needs = ports.stream().anyMatch(port -> port.input() && !port.aside());
        if (ports.size() == 1) {
            partners(ports.getFirst(), at, () -> {});
        } else if (outputs == 1 && !needs) {
            partners(card.card().outputs().getFirst(), at, () -> choose(card.card(), ports, at));
        } else {
            choose(card.card(), ports, at);
        }
    }

    /** The outputs and the inputs that are free. */
    private List<Port> ports(Card card) {
        return Stream.concat(card.outputs().stream(), card.inputs().stream().filter(this::isFree))
                .toList();
    }

    private boolean isFree(Port input) {
        return scenery.document().state().graph().wireInto(input.ref()).isEmpty();
    }

    private void choose(Card card, List<Port> ports, Point2D at) {
        Picker<Port> picker = new Picker<>(
                Texts.get("canvas.offer.port", card.id()),
                Texts.get("canvas.wire.none", card.id()),
                typed -> own(ports, typed),
                port -> partners(port, at, () -> choose(card, ports, at)));
        picker.low();
        overlay.open(picker, at, () -> {});
    }

    private static List<Line<Port>> own(List<Port> ports, String typed) {
        return Stream.of(false, true)
                .flatMap(input -> {
                    List<Line<Port>> found = ports.stream()
                            .filter(port -> port.input() == input)
                            .filter(port ->
                                    Fuzzy.score(typed, port.name(), port.type()).isPresent())
                            .map(WireOffer::line)
                            .toList();
                    String title = Texts.get(input ? "canvas.offer.inputs" : "canvas.offer.outputs");
                    return found.isEmpty()
                            ? Stream.of()
                            : Stream.concat(Stream.of(new Line.Heading<Port>(title)), found.stream());
                })
                .toList();
    }

    private static Line<Port> line(Port port) {
        return new Line.Choice<>(port, port.representation(), port.name(), port.type(), port.says());
    }

    private void partners(Port fixed, Point2D at, Runnable back) {
        Partners partners = new Partners(scenery, fixed);
        Picker<Port> picker = new Picker<>(
                Texts.get(fixed.input() ? "canvas.offer.from" : "canvas.offer.to", fixed.ref()),
                Texts.get("canvas.wire.none", fixed.ref()),
                partners::lines,
                other -> new Wiring(scenery.document())
                        .connect(partners.from(other), partners.to(other), Optional.empty())
                        .ifPresent(apply));
        picker.wide();
        picker.low();
        picker.onEscape(back);
        picker.onPointed(other -> draw(fixed, other));
        overlay.open(picker, at, () -> scenery.draft(Optional.empty(), "any"));
    }

    /** The wire that Enter would draw. */
    private void draw(Port fixed, Optional<Port> other) {
        Optional<Point2D> near = scenery.board().port(fixed.ref(), fixed.input());
        Optional<Point2D> far = other.flatMap(it -> scenery.board().port(it.ref(), it.input()));
        Optional<Curve> curve =
                near.flatMap(here -> far.map(there -> fixed.input() ? new Curve(there, here) : new Curve(here, there)));
        scenery.draft(
                curve,
                fixed.representation().map(it -> Glyph.styleClass(it.form())).orElse("any"));
    }
}
