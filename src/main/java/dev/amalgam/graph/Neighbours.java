package dev.amalgam.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Who is wired to whom.
 *
 * @param into the wires into each node that has some
 * @param outOf the wires out of each node that has some
 * @param order all nodes, each after those it depends on; without those on or below a circle
 */
record Neighbours(Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf, List<NodeId> order) {
    static Neighbours of(Collection<NodeId> nodes, Collection<Wire> wires) {
        Map<NodeId, List<Wire>> into = new HashMap<>();
        Map<NodeId, List<Wire>> outOf = new HashMap<>();
        for (Wire wire : wires) {
            into.computeIfAbsent(wire.to().node(), _ -> new ArrayList<>()).add(wire);
            outOf.computeIfAbsent(wire.from().node(), _ -> new ArrayList<>()).add(wire);
        }
        // The order in which wires were drawn must not show in what is computed from them.
        into.replaceAll((_, all) -> all.stream().sorted().toList());
        outOf.replaceAll((_, all) -> all.stream().sorted().toList());
        return new Neighbours(into, outOf, sorted(nodes, into, outOf));
    }

    /** Kahn's algorithm (1962). */
    private static List<NodeId> sorted(
            Collection<NodeId> nodes, Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf) {
        Map<NodeId, Integer> added = new HashMap<>();
        nodes.forEach(id -> added.put(id, added.size()));
        Map<NodeId, Integer> waiting = new HashMap<>();
        into.forEach((id, wires) -> waiting.put(id, wires.size()));
        PriorityQueue<NodeId> ready = new PriorityQueue<>(Comparator.comparing(added::get));
        nodes.stream().filter(id -> !waiting.containsKey(id)).forEach(ready::add);
        List<NodeId> order = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            NodeId id = ready.remove();
            order.add(id);
            for (Wire wire : outOf.getOrDefault(id, List.of())) {
                if (waiting.merge(wire.to().node(), -1, Integer::sum) == 0) {
                    ready.add(wire.to().node());
                }
            }
        }
        return List.copyOf(order);
    }
}
