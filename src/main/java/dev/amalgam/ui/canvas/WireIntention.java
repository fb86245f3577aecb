package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/**
 * Drawing a wire from a port, in either direction; from a taken input its end is drawn off. While it is drawn every port in view
 * is judged by the rules that judge the edit, and the one under the pointer says why it does not fit.
 */
final class WireIntention implements Intention {
    private final Scenery scenery;
    private final Wiring wiring;
    private final Consumer<Edit> apply;
    private final Consumer<Refusal> refused;
    private final Port fixed;
    private final Point2D anchor;
    private final Optional<Wire> detached;
    private final Map<Port, Optional<Refusal>> judged = new HashMap<>();

    WireIntention(Scenery scenery, Port grabbed, Consumer<Edit> apply, Consumer<Refusal> refused) {
        this.scenery = scenery;
        this.wiring = new Wiring(scenery.document());
        this.apply = apply;
        this.refused = refused;
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
        return refusal(port).map(it -> it.sentence() + ". " + it.remedy() + ".");
    }

    @Override
    public void end(Pointer at) {
        Optional<Port> target = target(at);
        tidy();
        if (target.isEmpty()) {
            detached.ifPresent(wire -> apply.accept(new Edit.Disconnect(wire.to())));
        } else if (target.get().input() != fixed.input()) {
            drop(target.get());
        }
    }

    private void drop(Port target) {
        refusal(target)
                .ifPresentOrElse(
                        refused,
                        () -> wiring.connect(from(target), to(target), detached).ifPresent(apply));
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
