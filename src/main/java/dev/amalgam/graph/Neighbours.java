package dev.amalgam.graph;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
        into.values().forEach(Neighbours::sort);
        outOf.values().forEach(Neighbours::sort);
        into.replaceAll((_, all) -> List.copyOf(all));
        outOf.replaceAll((_, all) -> List.copyOf(all));
        return new Neighbours(into, outOf, sorted(List.copyOf(nodes), into, outOf));
    }

    private static void sort(List<Wire> wires) {
        if (wires.size() > 1) {
            Collections.sort(wires);
        }
    }

    /** Kahn's algorithm (1962). By numbers, because names would be hashed and compared many times over. */
    private static List<NodeId> sorted(
            List<NodeId> nodes, Map<NodeId, List<Wire>> into, Map<NodeId, List<Wire>> outOf) {
        Map<NodeId, Integer> places = HashMap.newHashMap(nodes.size());
        nodes.forEach(id -> places.put(id, places.size()));
        int[] waiting = new int[nodes.size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int place = 0; place < waiting.length; place++) {
            waiting[place] = into.getOrDefault(nodes.get(place), List.of()).size();
            if (waiting[place] == 0) {
                ready.add(place);
            }
        }
        List<NodeId> order = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            NodeId id = nodes.get(ready.remove());
            order.add(id);
            for (Wire wire : outOf.getOrDefault(id, List.of())) {
                int to = requireNonNull(places.get(wire.to().node()));
                if (--waiting[to] == 0) {
                    ready.add(to);
                }
            }
        }
        return List.copyOf(order);
    }
}
