package dev.amalgam.graph;

/** Why an edit cannot be made. Each case keeps what it is about, so that the screen can point at it. */
public sealed interface Refusal {
    /** What is wrong, as one sentence without the final stop. */
    String sentence();

    /** What to do instead, as one sentence without the final stop. */
    String remedy();

    /** There is no such node. */
    record UnknownNode(NodeId node) implements Refusal {
        @Override
        public String sentence() {
            return "There is no node named '" + node + "'";
        }

        @Override
        public String remedy() {
            return "Check the name";
        }
    }

    /** There is no such note. */
    record UnknownNote(NoteId note) implements Refusal {
        @Override
        public String sentence() {
            return "There is no note named '" + note + "'";
        }

        @Override
        public String remedy() {
            return "Check the name";
        }
    }

    /** The node has no such port. */
    record UnknownPort(PortRef port, String known) implements Refusal {
        @Override
        public String sentence() {
            return "'" + port.node() + "' has no port named '" + port.port() + "'";
        }

        @Override
        public String remedy() {
            return known.isEmpty() ? "It has none on that side" : "It has " + known;
        }
    }

    /** Another node has that name. */
    record NameTaken(NodeId node) implements Refusal {
        @Override
        public String sentence() {
            return "There already is a node named '" + node + "'";
        }

        @Override
        public String remedy() {
            return "Choose another name";
        }
    }

    /** The input has a wire already. */
    record InputTaken(PortRef input, PortRef by) implements Refusal {
        @Override
        public String sentence() {
            return "The input '" + input + "' already takes '" + by + "'";
        }

        @Override
        public String remedy() {
            return "Remove that wire first";
        }
    }

    /** The wire would close a circle. */
    record WouldCycle(PortRef from, PortRef to) implements Refusal {
        @Override
        public String sentence() {
            return from.node().equals(to.node())
                    ? "'" + from.node() + "' cannot take its own output: the wire would close a circle"
                    : "'" + from.node() + "' already depends on '" + to.node() + "', so this wire would close a circle";
        }

        @Override
        public String remedy() {
            return "Feed a result back through state ports, not through a wire";
        }
    }

    /** What flows out does not fit what is taken in. */
    record TypesDisagree(PortRef from, PortRef to, String out, String in, String why, String remedy)
            implements Refusal {
        @Override
        public String sentence() {
            return "'" + from + "' gives " + out + ", but '" + to + "' takes " + in + ": " + why;
        }
    }
}
