package dev.amalgam.ui.values;

import dev.amalgam.desk.Aspect;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an output is looked at. */
final class Look {
    private PortRef port;
    private boolean pinned;
    private Optional<Aspect> aspect = Optional.empty();
    private int channel;
    private List<Integer> places = List.of();
    private int changes;

    Look(PortRef port) {
        this.port = port;
    }

    /** A number that is another one after each change. */
    int version() {
        return changes;
    }

    PortRef port() {
        return port;
    }

    /** Looks at another output of the same node, as that is best seen. */
    void port(String output) {
        port = new PortRef(port.node(), output);
        aspect = Optional.empty();
        channel = 0;
        places = List.of();
        changes++;
    }

    void follow(NodeId from, NodeId to) {
        if (port.node().equals(from)) {
            port = new PortRef(to, port.port());
            changes++;
        }
    }

    boolean isPinned() {
        return pinned;
    }

    void pin(boolean on) {
        pinned = on;
        changes++;
    }

    /** The aspect that a person chose, or the first of these. */
    Aspect aspect(List<Aspect> possible) {
        return aspect.filter(possible::contains).orElse(possible.getFirst());
    }

    void choose(Aspect chosen) {
        aspect = Optional.of(chosen);
        changes++;
    }

    /** Which channel is shown by itself. */
    int channel() {
        return channel;
    }

    void channel(int number) {
        channel = number;
        changes++;
    }

    /** Which place is shown of each axis that is neither across nor down in the table. */
    List<Integer> places() {
        return places;
    }

    void place(int axis, int place, int axes) {
        List<Integer> changed = new ArrayList<>(places);
        while (changed.size() < axes) {
            changed.add(0);
        }
        changed.set(axis, place);
        places = List.copyOf(changed);
        changes++;
    }
}
