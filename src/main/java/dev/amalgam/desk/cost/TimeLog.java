package dev.amalgam.desk.cost;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.run.engine.RunReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long nodes took in their last runs. What belongs together is told by what a node is by itself, its kind, settings and the
 * types that flow in, so that undo, renaming and copies find it again. For any number of threads.
 */
public final class TimeLog {
    /** So many runs are looked back on. */
    public static final int RUNS = 100;

    private static final int MOST = 5000;

    /** What a node is by itself, and how it runs. */
    private record Key(
            String kind,
            Map<String, Value> settings,
            Map<String, PortType> inputs,
            boolean bypassed,
            Execution execution) {
        static Key of(TypedNode node, Typing typing) {
            Map<String, Value> settings = new HashMap<>(node.chosen().values());
            // A number that is turned changes no operator.
            node.kind().schema().settings().stream()
                    .filter(Setting::dial)
                    .forEach(dial -> settings.remove(dial.name()));
            return new Key(
                    node.kind().name(),
                    settings,
                    node.inputs(),
                    node.isBypassed(),
                    typing.graph().execution());
        }
    }

    private final Map<Key, Deque<Double>> times = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Double>> eldest) {
            return size() > MOST;
        }
    };

    /** Notes what a run took, as far as something had to run. */
    public synchronized void note(Typing typing, RunReport report) {
        report.nodes().forEach((id, outcome) -> {
            if (!outcome.cached() && outcome.problem().isEmpty() && outcome.ms() > 0) {
                typing.node(id).ifPresent(node -> note(Key.of(node, typing), outcome.ms()));
            }
        });
    }

    private void note(Key key, double ms) {
        Deque<Double> last = times.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (last.size() == RUNS) {
            last.removeFirst();
        }
        last.addLast(ms);
    }

    /** How long the last runs of a node took; empty where it never ran. */
    public synchronized Optional<Spread> of(NodeId node, Typing typing) {
        return typing.node(node).map(typed -> times.get(Key.of(typed, typing))).map(Spread::of);
    }
}
