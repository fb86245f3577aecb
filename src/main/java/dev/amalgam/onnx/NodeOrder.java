package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Brings nodes into an order in which each stands after what it reads. The order they come in is kept where it is one
 * (ONNX asks for that; some writers do not care), so equal input gives equal output.
 */
final class NodeOrder {
    private final List<NodeProto> nodes;
    private final Map<String, Integer> makers = new HashMap<>();
    private final Map<Integer, List<Integer>> readers = new HashMap<>();
    private final int[] open;

    private NodeOrder(List<NodeProto> nodes) {
        this.nodes = nodes;
        this.open = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).getOutputList()) {
                makers.put(output, i);
            }
        }
        makers.remove("");
        for (int i = 0; i < nodes.size(); i++) {
            link(i);
        }
    }

    private void link(int reader) {
        for (String name : Graphs.reads(nodes.get(reader))) {
            Integer maker = makers.get(name);
            if (maker != null) {
                readers.computeIfAbsent(maker, none -> new ArrayList<>()).add(reader);
                open[reader]++;
            }
        }
    }

    /** @throws OnnxException DAMAGED where the nodes wait for each other in a circle */
    static List<NodeProto> topological(List<NodeProto> nodes, String origin) throws OnnxException {
        List<NodeProto> ordered = new NodeOrder(nodes).sort();
        if (ordered.size() < nodes.size()) {
            List<NodeProto> rest = new ArrayList<>(nodes);
            rest.removeAll(ordered);
            throw new OnnxException(
                    OnnxException.Reason.DAMAGED,
                    origin + " has a circle: " + Graphs.describe(rest.getFirst())
                            + " waits for its own result. Export the model again.");
        }
        return ordered;
    }

    private List<NodeProto> sort() {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                ready.add(i);
            }
        }
        List<NodeProto> ordered = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            int next = ready.poll();
            ordered.add(nodes.get(next));
            for (int reader : readers.getOrDefault(next, List.of())) {
                if (--open[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        return ordered;
    }
}
