package dev.amalgam.bench;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Assembly;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a gesture costs in an amalgamation of 3,000 nodes: a source, a root that all others hang from, and chains of ten below
 * it. The wire from the source to the root is the worst there is, because everything depends on it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class EditingBench {
    private static final int NODES = 3_000;
    private static final int CHAIN = 10;
    private static final PortRef SOURCE = new PortRef(new NodeId("source"), "value");
    private static final PortRef ROOT = value(1);
    private static final PortRef LEAF = value(NODES - 1);
    private static final Edit.Connect WORST = new Edit.Connect(SOURCE, ROOT);

    private Typing typing;
    private Document open;
    private Document wired;

    @Setup(Level.Trial)
    public void assemble() {
        Assembly assembly = new Assembly();
        assembly.add(new Node(SOURCE.node(), "tensor", Settings.NONE));
        for (int i = 1; i < NODES; i++) {
            assembly.add(new Node(value(i).node(), "cast", Settings.NONE));
        }
        for (int i = 2; i < NODES; i++) {
            PortRef above = i % CHAIN == 2 ? ROOT : value(i - 1);
            assembly.connect(new Wire(above, value(i)));
        }
        Amalgamation graph = ((Outcome.Applied) assembly.done()).graph();
        typing = Typing.of(graph, BuiltInKinds.catalogue(), new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE));
        open = new Document(typing, false);
        wired = new Document(typing, false);
        wired.apply(WORST);
        wired.apply(new Edit.Change(LEAF.node(), "to", Optional.of(new Value.Text("bool"))));
    }

    private static PortRef value(int node) {
        return new PortRef(new NodeId("cast " + node), "value");
    }

    /** While dragging: a wire that fits. */
    @Benchmark
    public Optional<Refusal> mayConnect() {
        return open.canConnect(SOURCE, ROOT);
    }

    /** While dragging: a wire that would close a circle through all nodes. */
    @Benchmark
    public Optional<Refusal> wouldCycle() {
        return open.canConnect(LEAF, ROOT);
    }

    /** On letting go at the worst place: another revision, and everything below typed anew. */
    @Benchmark
    public Optional<Refusal> connectAtTheRoot() {
        open.undo();
        return open.apply(WORST);
    }

    /** On changing a setting of a node that nothing depends on: one node typed anew. */
    @Benchmark
    public Optional<Refusal> changeALeaf() {
        wired.undo();
        return wired.apply(new Edit.Change(LEAF.node(), "to", Optional.of(new Value.Text("int64"))));
    }

    /** On opening: every node typed. */
    @Benchmark
    public Typing typeAll() {
        return typing.refreshed();
    }
}
