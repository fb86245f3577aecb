package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import dev.amalgam.onnx.OnnxException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Brings nodes into an order in which each stands after what it reads. The order they come in is kept where it is one
 * (ONNX asks for that; some writers do not care), so equal input gives equal output.
 */
final class NodeOrder {
    private final List<NodeProto> nodes;
    private final Map<String, Integer> makers = new HashMap<>();
    private final Map<Integer, List<Integer>> readers = new HashMap<>();
    private final int[] open;

    private NodeOrder(List<NodeProto> nodes, String origin) throws OnnxException {
        this.nodes = nodes;
        this.open = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            for (String output : nodes.get(i).getOutputList()) {
                if (!output.isEmpty() && makers.put(output, i) != null) {
                    throw new OnnxException(
                            Reason.DAMAGED,
                            "The tensor " + output + " of " + origin + " is made twice, the second time by "
                                    + Graphs.describe(nodes.get(i)) + ". Export the model again.");
                }
            }
        }
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

    /** @throws OnnxException DAMAGED where nodes wait for each other in a circle, or two make the same tensor */
    static List<NodeProto> topological(List<NodeProto> nodes, String origin) throws OnnxException {
        NodeOrder order = new NodeOrder(nodes, origin);
        List<NodeProto> ordered = order.sort();
        if (ordered.size() < nodes.size()) {
            throw new OnnxException(
                    Reason.DAMAGED,
                    origin + " has a circle: " + Graphs.describe(nodes.get(order.firstWaiting()))
                            + " waits for its own result. Export the model again.");
        }
        return ordered;
    }

    private int firstWaiting() {
        return IntStream.range(0, open.length)
                .filter(i -> open[i] > 0)
                .findFirst()
                .orElseThrow();
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
