package dev.amalgam.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.WiringRules;
import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amalgamations in a few words, typed with the test kinds, and files that are only hashes. */
final class TestGraph implements Components {
    final TestKind relu = TestKind.relu();
    final TestKind join = TestKind.join();
    final Map<String, String> files = new HashMap<>();
    final Catalogue catalogue;

    TestGraph() {
        List<Kind> kinds = List.of(
                TestKind.photo(),
                TestKind.vector(),
                relu,
                join,
                TestKind.softmax(),
                TestKind.weighted(),
                TestKind.mystery(),
                TestKind.output());
        catalogue = Catalogue.of(kinds);
    }

    /** Each line is {@code name: kind} or {@code node.output -> node.input}. */
    static Amalgamation graph(String... lines) {
        List<Edit> edits = new ArrayList<>();
        for (String line : lines) {
            edits.add(edit(line));
        }
        return edited(Amalgamation.EMPTY, edits.toArray(Edit[]::new));
    }

    private static Edit edit(String line) {
        String[] wire = line.split(" -> ");
        if (wire.length == 2) {
            return new Edit.Connect(PortRef.parse(wire[0]), PortRef.parse(wire[1]));
        }
        String[] node = line.split(": ");
        return new Edit.Add(new Node(new NodeId(node[0]), node[1], Settings.NONE), new Position(0, 0));
    }

    static Amalgamation edited(Amalgamation graph, Edit... edits) {
        Outcome outcome = new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("all", List.of(edits)));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied) outcome).graph();
    }

    static Edit set(String node, String setting, Value value) {
        return new Edit.Change(new NodeId(node), setting, Optional.of(value));
    }

    Typing typing(Amalgamation graph) {
        return Typing.of(graph, catalogue, this);
    }

    Typing typing(String... lines) {
        return typing(graph(lines));
    }

    @Override
    public String sha256(Value.FileRef file) throws KindException {
        String hash = files.get(file.path());
        if (hash == null) {
            throw new KindException("missing-file", "file", "There is no file " + file.path(), "Choose another");
        }
        return hash;
    }

    @Override
    public OnnxModel model(Value.FileRef file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, TensorType> types(Value.FileRef model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor tensor(Value.FileRef file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> labels(Value.FileRef file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path path(Value.FileRef file) {
        throw new UnsupportedOperationException();
    }
}
