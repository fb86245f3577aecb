package dev.amalgam.bench;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Assembly;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntBinaryOperator;

/** An amalgamation of any size without models: groups of ten, each a source, three casts and six joins, so 1.5 wires a node. */
final class ManyNodes {
    private static final int GROUP = 10;
    private static final int ROW = 40;
    private static final Settings EIGHT =
            Settings.NONE.with("shape", Optional.of(new Value.Items(List.of(new Value.Real(1), new Value.Real(8)))));

    private ManyNodes() {}

    static NodeId id(int node) {
        return new NodeId("node " + node);
    }

    /** Every wire is short. */
    static Amalgamation graph(int nodes) {
        return graph(nodes, (node, back) -> node - back);
    }

    /** The same nodes; what joins two others takes them from anywhere above, so that many wires are long. */
    static Amalgamation tangled(int nodes) {
        Random random = new Random(1);
        return graph(nodes, (node, back) -> kind(node).equals("cast") ? node - back : random.nextInt(node));
    }

    private static Amalgamation graph(int nodes, IntBinaryOperator source) {
        Assembly assembly = new Assembly();
        for (int i = 0; i < nodes; i++) {
            assembly.add(new Node(id(i), kind(i), i % GROUP == 0 ? EIGHT : Settings.NONE));
            assembly.place(id(i), new Position(i % ROW * 220, i / ROW * 200));
        }
        for (int i = 0; i < nodes; i++) {
            wires(assembly, i, source);
        }
        return ((Outcome.Applied) assembly.done()).graph();
    }

    static Document document(int nodes) {
        var store = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        return new Document(Typing.of(graph(nodes), BuiltInKinds.catalogue(), store), true);
    }

    private static void wires(Assembly assembly, int i, IntBinaryOperator source) {
        switch (kind(i)) {
            case "cast" -> assembly.connect(new Wire(output(source.applyAsInt(i, 1)), new PortRef(id(i), "value")));
            case "concat" -> {
                assembly.connect(new Wire(output(source.applyAsInt(i, 1)), new PortRef(id(i), "a")));
                assembly.connect(new Wire(output(source.applyAsInt(i, 2)), new PortRef(id(i), "b")));
            }
            default -> {}
        }
    }

    private static PortRef output(int i) {
        return new PortRef(id(i), kind(i).equals("concat") ? "joined" : "value");
    }

    private static String kind(int i) {
        return switch (i % GROUP) {
            case 0 -> "tensor";
            case 1, 4, 7 -> "cast";
            default -> "concat";
        };
    }
}
