package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds every state that a live session tells against the content keys of the revision that it is of: what passes for true must
 * have been computed for just that.
 */
public final class Truth implements AutoCloseable {
    private final Document document;
    private final Map<Long, ContentKeys> keys = new ConcurrentHashMap<>();
    private final List<String> untrue = new CopyOnWriteArrayList<>();
    private final LongAdder judged = new LongAdder();
    private final Subscription states;

    /** Watches from now on. */
    public Truth(Workspace workspace) {
        document = workspace.document();
        states = workspace.live().onChange(this::judge);
        judge(workspace.live().state());
    }

    private void judge(LiveState state) {
        // A session tells of a revision before the next one can be made, so that the first time it is still there.
        ContentKeys now = keys.computeIfAbsent(
                state.revision(), _ -> ContentKeys.of(document.state().typing()));
        keys.keySet().removeIf(revision -> revision < state.revision() - 50);
        state.nodes().forEach((id, node) -> {
            Optional<String> right = now.node(id);
            if (node.isTrue() && !(right.isPresent() && right.equals(node.key()))) {
                untrue.add("'" + id + "' of revision " + state.revision());
            }
        });
        judged.increment();
    }

    /** What passed for true and was not. */
    public List<String> untrue() {
        return List.copyOf(untrue);
    }

    /** How many states were held against the keys. */
    public long judged() {
        return judged.sum();
    }

    @Override
    public void close() {
        states.close();
    }
}
