package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Component;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.LastActivation;
import dev.amalgam.desk.inside.Probe;
import dev.amalgam.desk.inside.Suggestions;
import dev.amalgam.desk.inside.Taps;
import dev.amalgam.desk.inside.Taps.Tap;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.Stop;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the taps that people mostly want, makes them in one step, and says what became of it. For the UI thread only. */
public final class TapFinding {
    /** How far what is computed again may be from what the model says. */
    private static final double PROVED = 1e-6;

    private final InsideHost host;

    /** Finds taps of the host's component. */
    public TapFinding(InsideHost host) {
        this.host = host;
    }

    /** What has to be known of a model for it. */
    private record Known(Inside inside, Map<String, TensorType> types) {
        static Known of(Component component) throws KindException {
            return new Known(Inside.of(component.model()), component.types());
        }
    }

    private void know(java.util.function.Consumer<Known> then) {
        Component.of(host.document().state(), host.node())
                .ifPresent(component -> UiThread.compute(
                        this,
                        () -> Known.of(component),
                        then,
                        failed -> host.say(Texts.say(String.valueOf(failed.getMessage())))));
    }

    /** Taps what the last activation reads, and proves that the activation makes the output of it. */
    public void beforeActivation() {
        know(known -> LastActivation.of(known.inside())
                .ifPresentOrElse(
                        activation -> beforeActivation(known, activation),
                        () -> host.say(Texts.get("inside.activation.none"))));
    }

    private void beforeActivation(Known known, LastActivation activation) {
        Tap tap = new Tap(activation.logits(), "logits", Optional.of(Representation.LOGITS));
        if (!add(known, "Tap before the last activation of " + host.node(), List.of(tap))) {
            return;
        }
        String type = known.inside().operator(activation.place()).type();
        host.say(Texts.get("inside.activation.proving", type));
        Probe probe = host.probe();
        Map<String, Tensor> flowing = host.flowing();
        UiThread.compute(
                this,
                () -> probe.difference(
                        known.inside(),
                        activation,
                        Probe.feeds(known.inside().model(), known.types(), flowing),
                        new Stop()),
                difference -> host.say(Texts.get(
                        difference <= PROVED ? "inside.activation.proved" : "inside.activation.differs",
                        type,
                        activation.logits(),
                        dev.amalgam.desk.Figures.number(difference))),
                failed -> host.say(
                        Texts.get("inside.activation.unproved", type, Texts.say(String.valueOf(failed.getMessage())))));
    }

    /** Makes the taps of a shared bottom, as far as the model has them. */
    public void suggest() {
        know(known -> {
            List<Tap> taps = Suggestions.of(known.inside(), known.types());
            if (taps.isEmpty()) {
                host.say(Texts.get("inside.suggest.none"));
            } else if (add(known, "Tap what was suggested of " + host.node(), taps)) {
                host.say(Texts.get(
                        "inside.suggest.done", taps.stream().map(Tap::port).collect(Collectors.joining(", "))));
            }
        });
    }

    private boolean add(Known known, String label, List<Tap> taps) {
        Optional<Node> node = host.document().state().graph().node(host.node());
        Optional<Edit> edit =
                node.map(it -> Taps.of(it, known.inside().outputs()).add(label, taps));
        return edit.flatMap(host.document()::apply)
                .map(refusal -> {
                    host.say(Texts.say(refusal.sentence(), refusal.remedy()));
                    return false;
                })
                .orElse(edit.isPresent());
    }
}
