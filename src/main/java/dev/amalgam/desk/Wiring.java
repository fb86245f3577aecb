package dev.amalgam.desk;

import dev.amalgam.desk.Adapters.Adapter;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What drawing a wire means as an edit, and whether it may be drawn. A wire on to a taken input takes the old one's place. */
public final class Wiring {
    private final Document document;

    /** Wires of this document, as it is when they are asked for. */
    public Wiring(Document document) {
        this.document = document;
    }

    /** Why an output may not feed an input, or empty where it may, a wire that is there already giving way. */
    public Optional<Refusal> refuse(PortRef from, PortRef to) {
        Optional<Refusal> refusal = document.canConnect(from, to);
        boolean taken = refusal.filter(Refusal.InputTaken.class::isInstance).isPresent();
        return taken ? refuseReplacing(from, to) : refusal;
    }

    /** What would make an output fit an input that it does not fit; the adapter's card would stand at {@code at}. */
    public List<Adapter> adapters(PortRef from, PortRef to, Position at) {
        return Adapters.between(document.state().typing(), from, to, at);
    }

    private Optional<Refusal> refuseReplacing(PortRef from, PortRef to) {
        Document.State state = document.state();
        // The types that meet are the same with and without the old wire, so that nothing has to be inferred anew.
        Edits edits = new Edits((_, source, target) -> state.typing().refuse(state.graph(), source, target));
        return switch (edits.apply(state.graph(), new Edit.Disconnect(to))) {
            case Outcome.Applied(Amalgamation freed) -> edits.refuse(freed, from, to);
            case Outcome.Refused(Refusal refusal) -> Optional.of(refusal);
        };
    }

    /**
     * The edit that draws a wire and takes away what it takes the place of; empty where it is there already.
     *
     * @param detached another wire that goes in the same step, because its end was drawn off
     */
    public Optional<Edit> connect(PortRef from, PortRef to, Optional<Wire> detached) {
        Amalgamation graph = document.state().graph();
        if (graph.wireInto(to).equals(Optional.of(new Wire(from, to)))) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        detached.ifPresent(wire -> edits.add(new Edit.Disconnect(wire.to())));
        graph.wireInto(to).ifPresent(wire -> edits.add(new Edit.Disconnect(wire.to())));
        Edit.Connect connect = new Edit.Connect(from, to);
        edits.add(connect);
        return Optional.of(edits.size() == 1 ? connect : new Edit.Batch(connect.label(), edits));
    }
}
