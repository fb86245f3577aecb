package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Adapters.Adapter;
import dev.amalgam.desk.Wiring;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/**
 * Drawing a wire from a port, in either direction; from a taken input its end is drawn off. While it is drawn every port in view
 * is judged by the rules that judge the edit, and the one under the pointer says why it does not fit.
 */
final class WireIntention implements Intention {
    private final Scenery scenery;
    private final Wiring wiring;
    private final Ends ends;
    private final Pointer start;
    private final Port fixed;
    private final Point2D anchor;
    private final Optional<Wire> detached;
    private final Map<Port, Optional<Refusal>> judged = new HashMap<>();
    private final Map<Port, String> remedies = new HashMap<>();
    private boolean moving;

    /** What becomes of a wire that was drawn. */
    interface Ends {
        void draw(Edit edit);

        /** It does not fit where it was let go; {@code detached} is the wire whose end it was and that would give way. */
        void refuse(Edit.Connect wire, Refusal refusal, Optional<Wire> detached, Point2D view);

        /** It was let go over nothing. */
        void leave(Port port, Point2D view);
    }

    WireIntention(Scenery scenery, Port grabbed, Pointer start, Ends ends) {
        this.scenery = scenery;
        this.wiring = new Wiring(scenery.document());
        this.ends = ends;
        this.start = start;
        this.detached = Optional.of(grabbed)
                .filter(Port::input)
                .flatMap(port -> scenery.document().state().graph().wireInto(port.ref()));
        this.fixed =
                detached.flatMap(wire -> output(scenery.board(), wire.from())).orElse(grabbed);
        this.anchor = scenery.board().port(fixed.ref(), fixed.input()).orElseThrow();
        scenery.judge(this::verdict);
    }

    private static Optional<Port> output(Board board, PortRef ref) {
        return board.ports().stream()
                .filter(port -> !port.input() && port.ref().equals(ref))
                .findFirst();
    }

    private PortView.Verdict verdict(Port port) {
        if (port.equals(fixed)) {
            return PortView.Verdict.FITS;
        }
        return fits(port) ? PortView.Verdict.FITS : PortView.Verdict.UNFIT;
    }

    private boolean fits(Port port) {
        return port.input() != fixed.input() && refusal(port).isEmpty();
    }

    private Optional<Refusal> refusal(Port port) {
        return judged.computeIfAbsent(port, it -> wiring.refuse(from(it), to(it)));
    }

    private PortRef from(Port other) {
        return fixed.input() ? other.ref() : fixed.ref();
    }

    private PortRef to(Port other) {
        return fixed.input() ? fixed.ref() : other.ref();
    }

    @Override
    public void update(Pointer at) {
        moving |= at.view().distance(start.view()) >= Intention.SLACK;
        Optional<Port> target = target(at);
        Point2D end = target.filter(this::fits)
                .flatMap(port -> scenery.board().port(port.ref(), port.input()))
                .orElse(at.world());
        Curve curve = fixed.input() ? new Curve(end, anchor) : new Curve(anchor, end);
        scenery.draft(
                Optional.of(curve),
                fixed.representation().map(it -> Glyph.styleClass(it.form())).orElse("any"));
        target.ifPresentOrElse(port -> explain(port, at), scenery::noHint);
    }

    /** Says why a port does not fit or, where it does, which one it is. */
    private void explain(Port port, Pointer at) {
        Optional<String> why = reason(port);
        scenery.hint(why.orElseGet(port::says), why.isPresent(), at.view());
    }

    /** The port under the pointer or, over the rest of a card, its first port that fits. */
    private Optional<Port> target(Pointer at) {
        return switch (scenery.board().at(at.world())) {
            case Hit.OnPort(Port port) -> Optional.of(port).filter(it -> !it.equals(fixed));
            case Hit.OnCard(var node) ->
                scenery.board()
                        .card(node)
                        .flatMap(it -> it.card().ports().filter(this::fits).findFirst());
            case Hit.OnWire _, Hit.OnGround _ -> Optional.empty();
        };
    }

    private Optional<String> reason(Port port) {
        if (port.input() == fixed.input()) {
            return Optional.of(Texts.get(port.input() ? "canvas.wire.two-inputs" : "canvas.wire.two-outputs"));
        }
        return refusal(port)
                .map(it ->
                        Texts.say(it.sentence()) + ". " + remedies.computeIfAbsent(port, _ -> remedy(port, it)) + ".");
    }

    /** What to do now; what could go between is looked for only once a port is pointed at. */
    private String remedy(Port port, Refusal refusal) {
        List<Adapter> adapters = wiring.adapters(from(port), to(port), new Position(0, 0));
        String names =
                adapters.stream().map(Adapter::title).map(Texts::say).distinct().collect(Collectors.joining(", "));
        return adapters.isEmpty() ? Texts.say(refusal.remedy()) : Texts.get("canvas.adapt.drop", names);
    }

    @Override
    public void end(Pointer at) {
        Optional<Port> target = target(at);
        tidy();
        if (!moving) {
            return;
        }
        if (target.isPresent()) {
            drop(target.get(), at);
        } else if (detached.isPresent()) {
            ends.draw(new Edit.Disconnect(detached.get().to()));
        } else if (scenery.board().at(at.world()) instanceof Hit.OnGround) {
            ends.leave(fixed, at.view());
        }
    }

    private void drop(Port target, Pointer at) {
        if (target.input() == fixed.input()) {
            return;
        }
        refusal(target)
                .ifPresentOrElse(
                        why -> ends.refuse(new Edit.Connect(from(target), to(target)), why, detached, at.view()),
                        () -> wiring.connect(from(target), to(target), detached).ifPresent(ends::draw));
    }

    @Override
    public void cancel() {
        tidy();
    }

    private void tidy() {
        scenery.judge(null);
        scenery.draft(Optional.empty(), "any");
        scenery.noHint();
    }
}
