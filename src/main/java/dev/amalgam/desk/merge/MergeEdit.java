package dev.amalgam.desk.merge;

import dev.amalgam.desk.Names;
import dev.amalgam.desk.merge.MergeNode.Tap;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts one bottom in the place of several: each model becomes what it makes of it, under its old name. */
final class MergeEdit {
    private static final String TITLE = "bottom";
    private static final double BESIDE = 320;

    private final Amalgamation graph;
    private final List<MergeNode> nodes;
    private final CommonBottom common;
    private final NodeId bottom;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<PortRef> connected = new HashSet<>();

    MergeEdit(Amalgamation graph, List<MergeNode> nodes, CommonBottom common) {
        this.graph = graph;
        this.nodes = nodes;
        this.common = common;
        this.bottom = Names.fresh(TITLE, graph);
    }

    /** All of it as one step. */
    Edit edit() {
        Set<NodeId> old = new HashSet<>();
        nodes.forEach(node -> old.add(node.id()));
        edits.add(new Edit.Remove(old));
        makeRoom(old);
        addBottom();
        for (int i = 0; i < nodes.size(); i++) {
            addRest(nodes.get(i), common.branches().get(i));
        }
        for (int i = 0; i < nodes.size(); i++) {
            feed(nodes.get(i), common.branches().get(i));
            passOn(nodes.get(i));
        }
        return new Edit.Batch("Find the common bottom", edits);
    }

    /** What stands behind the models goes as far to the right as they do. */
    private void makeRoom(Set<NodeId> old) {
        Map<NodeId, Position> moved = new LinkedHashMap<>();
        double by = nodes.stream()
                .mapToDouble(node -> beside(node).x() - at(node).x())
                .max()
                .orElseThrow();
        for (MergeNode node : nodes) {
            for (NodeId behind : graph.downstream(node.id())) {
                Position now = graph.position(behind);
                if (!old.contains(behind)) {
                    moved.put(behind, new Position(now.x() + by, now.y()));
                }
            }
        }
        if (by > 0 && !moved.isEmpty()) {
            edits.add(new Edit.Move(moved));
        }
    }

    private void addBottom() {
        MergeNode first = nodes.getFirst();
        List<Tap> taps = common.boundary().stream().map(Tap::of).toList();
        Node node = new Node(bottom, MergeNode.KIND, first.settings(taps));
        edits.add(new Edit.Add(node, place()));
    }

    /** Where the leftmost of the models was, half-way between the highest and the lowest. */
    private Position place() {
        double left = nodes.stream().mapToDouble(node -> at(node).x()).min().orElseThrow();
        double top = nodes.stream().mapToDouble(node -> at(node).y()).min().orElseThrow();
        double low = nodes.stream().mapToDouble(node -> at(node).y()).max().orElseThrow();
        return new Position(left, Math.rint((top + low) / 2));
    }

    private Position at(MergeNode node) {
        return graph.position(node.id());
    }

    private void addRest(MergeNode node, Branch branch) {
        if (branch.rest().isPresent()) {
            List<Tap> taps = node.taps().stream()
                    .filter(tap -> !branch.ready().containsKey(tap.tensor()))
                    .toList();
            Node rest = new Node(
                    node.id(), MergeNode.KIND, node.settings(branch.from().keySet(), taps));
            edits.add(new Edit.Add(rest, beside(node)));
        }
    }

    private Position beside(MergeNode node) {
        return new Position(Math.max(place().x() + BESIDE, at(node).x()), at(node).y());
    }

    /** What fed the model feeds the bottom; what the rest needs comes from there. */
    private void feed(MergeNode node, Branch branch) {
        Map<String, Wire> wires = new LinkedHashMap<>();
        graph.wiresInto(node.id()).forEach(wire -> wires.put(wire.to().port(), wire));
        boolean isFirst = node.equals(nodes.getFirst());
        wires.forEach((input, wire) -> Optional.ofNullable(
                        isFirst ? input : branch.inputs().get(input))
                .ifPresent(its -> connect(wire.from(), new PortRef(bottom, its))));
        Optional<OnnxModel> rest = branch.rest();
        for (Inspection.Value input : rest.map(it -> it.inspect().inputs()).orElse(List.of())) {
            PortRef to = new PortRef(node.id(), input.name());
            String from = branch.from().get(input.name());
            Wire wire = wires.get(input.name());
            if (from != null) {
                connect(new PortRef(bottom, from), to);
            } else if (wire != null) {
                connect(wire.from(), to);
            }
        }
    }

    private void connect(PortRef from, PortRef to) {
        if (connected.add(to)) {
            edits.add(new Edit.Connect(moved(from), to));
        }
    }

    private void passOn(MergeNode node) {
        for (Wire wire : graph.wiresOutOf(node.id())) {
            boolean isInside =
                    nodes.stream().anyMatch(it -> it.id().equals(wire.to().node()));
            if (!isInside) {
                edits.add(new Edit.Connect(moved(wire.from()), wire.to()));
            }
        }
    }

    /** Where an output is from now on: at the bottom, or where it was. */
    private PortRef moved(PortRef output) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(output.node())) {
                Branch branch = common.branches().get(i);
                Tap tap = nodes.get(i).taps().stream()
                        .filter(it -> it.port().equals(output.port()))
                        .findFirst()
                        .orElseThrow();
                String ready = branch.ready().get(tap.tensor());
                return ready == null ? output : new PortRef(bottom, ready);
            }
        }
        return output;
    }
}
