package dev.amalgam.ui.canvas;

import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the card of a node says, all but the preview.
 *
 * @param id the node, whose name is the title
 * @param facts the grey line, what it is first; where room is short the last ones are left out
 * @param inputs in the order they are drawn
 * @param outputs in the order they are drawn
 * @param slot the room for the preview
 * @param status whether its result is true now
 * @param time its milliseconds, or the word for its status where there are none to show; empty for a card that computes
 *     nothing, where the mark says enough
 * @param troubles what stands against it, one line each; empty where nothing does
 * @param broken whether one of the troubles keeps it from running
 * @param look how it is drawn
 * @param mode whether its node does its work
 */
record Card(
        NodeId id,
        List<String> facts,
        List<Port> inputs,
        List<Port> outputs,
        Slot slot,
        Status status,
        String time,
        List<String> troubles,
        boolean broken,
        Look look,
        Mode mode) {
    Card {
        facts = List.copyOf(facts);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        troubles = List.copyOf(troubles);
    }

    Stream<Port> ports() {
        return Stream.concat(inputs.stream(), outputs.stream());
    }

    /** The grey line in full. */
    String factLine() {
        return String.join(" · ", facts);
    }

    /** The card in words, for those who hear it. */
    String says() {
        String ports = ports().map(port -> Texts.get(port.input() ? "port.input" : "port.output", port.label()))
                .collect(Collectors.joining(", "));
        String wrong = troubles.isEmpty() ? "" : ". " + String.join(". ", troubles);
        String state = time.isEmpty() ? Texts.get("status.node." + status.name().toLowerCase(Locale.ROOT)) : time;
        return id + ", " + factLine() + ", " + state + (ports.isEmpty() ? "" : ", " + ports) + wrong;
    }
}
