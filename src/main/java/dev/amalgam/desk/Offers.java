package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Input;
import java.util.Optional;
import java.util.stream.Stream;

/** The wires that could be drawn at a port, for those who choose from a list instead of dragging. */
public final class Offers {
    private Offers() {}

    /**
     * Every wire at this port that could be drawn now, in the order of the nodes and their ports; one that is there already and
     * would give way does not keep it from being offered.
     *
     * @param input whether it is an input
     */
    public static Stream<Wire> at(Document document, PortRef port, boolean input) {
        Wiring wiring = new Wiring(document);
        Amalgamation graph = document.state().graph();
        return document.state().typing().ordered().stream()
                .flatMap(node -> input ? outputs(node) : inputs(node))
                .map(other -> input ? new Wire(other, port) : new Wire(port, other))
                .filter(wire -> !graph.wireInto(wire.to()).equals(Optional.of(wire)))
                .filter(wire -> wiring.refuse(wire.from(), wire.to()).isEmpty());
    }

    private static Stream<PortRef> inputs(TypedNode node) {
        return node.signature().inputs().stream().map(Input::name).map(name -> new PortRef(node.id(), name));
    }

    private static Stream<PortRef> outputs(TypedNode node) {
        return node.outputs().keySet().stream().map(name -> new PortRef(node.id(), name));
    }
}
