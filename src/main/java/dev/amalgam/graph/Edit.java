package dev.amalgam.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One thing a person can do to an amalgamation, as a value. There are no inverse edits: undo goes to an older revision. */
public sealed interface Edit {
    /** What was done, for the undo menu: {@code Connect photo to pre-stem}. */
    String label();

    /** Puts a new node on the canvas. */
    record Add(Node node, Position position) implements Edit {
        @Override
        public String label() {
            return "Add " + node.id();
        }
    }

    /** Takes nodes and all their wires away. */
    record Remove(Set<NodeId> nodes) implements Edit {
        public Remove {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public String label() {
            return "Remove " + counted(nodes, "node");
        }
    }

    /** Draws a wire from an output to a free input. */
    record Connect(PortRef from, PortRef to) implements Edit {
        @Override
        public String label() {
            return "Connect " + from.node() + " to " + to.node();
        }
    }

    /** Takes the wire into an input away, if there is one. */
    record Disconnect(PortRef to) implements Edit {
        @Override
        public String label() {
            return "Disconnect " + to;
        }
    }

    /**
     * Chooses a value for a setting; empty goes back to the default. Whether the kind has such a setting is judged by typing,
     * which tells it as a problem of the node: a node of a kind that is not known here can be edited too.
     */
    record Change(NodeId node, String setting, Optional<Value> value) implements Edit {
        @Override
        public String label() {
            return "Change " + setting + " of " + node;
        }
    }

    /** Gives a node another name; its wires stay. */
    record Rename(NodeId from, NodeId to) implements Edit {
        @Override
        public String label() {
            return "Rename " + from + " to " + to;
        }
    }

    /** Mutes nodes, bypasses them, or puts them to work again. */
    record SetMode(Set<NodeId> nodes, Mode mode) implements Edit {
        public SetMode {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public String label() {
            String verb = switch (mode) {
                case ACTIVE -> "Activate ";
                case MUTED -> "Mute ";
                case BYPASSED -> "Bypass ";
            };
            return verb + counted(nodes, "node");
        }
    }

    /** Changes how cards are drawn and nothing that runs. */
    record Restyle(Map<NodeId, Look> looks) implements Edit {
        public Restyle {
            looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
        }

        @Override
        public String label() {
            return "Change the look of " + counted(looks.keySet(), "node");
        }
    }

    /** Adds notes, or puts them in place of those of the same name. */
    record Annotate(Map<NoteId, Note> notes) implements Edit {
        public Annotate {
            notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        }

        @Override
        public String label() {
            return "Write " + counted(notes.keySet(), "note");
        }
    }

    /** Takes notes away. */
    record Erase(Set<NoteId> notes) implements Edit {
        public Erase {
            notes = Set.copyOf(notes);
        }

        @Override
        public String label() {
            return "Erase " + counted(notes, "note");
        }
    }

    /** Changes how all of it is run: the device, the threads, the optimisation. */
    record Execute(Execution how) implements Edit {
        @Override
        public String label() {
            return "Change how it runs";
        }
    }

    /** Moves cards. Changes what is drawn and nothing that runs. */
    record Move(Map<NodeId, Position> positions) implements Edit {
        public Move {
            positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        }

        @Override
        public String label() {
            return "Move " + counted(positions.keySet(), "node");
        }
    }

    /** Several edits as one step: all of them happen or none. */
    record Batch(String label, List<Edit> edits) implements Edit {
        public Batch {
            edits = List.copyOf(edits);
        }
    }

    private static String counted(Set<?> things, String noun) {
        return things.size() == 1 ? String.valueOf(things.iterator().next()) : things.size() + " " + noun + "s";
    }
}
