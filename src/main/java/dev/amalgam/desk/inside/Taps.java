package dev.amalgam.desk.inside;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.Fields;
import dev.amalgam.graph.Value.Items;
import dev.amalgam.graph.Value.Text;
import dev.amalgam.tensor.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The taps of a component, and the edits that change them. A component without taps offers its model's own outputs. */
public final class Taps {
    private static final String SETTING = "taps";

    private final NodeId node;
    private final List<String> outputs;
    private final List<Tap> taps;

    /**
     * A tensor that is offered as an output.
     *
     * @param port what it is called at the component
     * @param meaning what a person said that it means; empty where it is guessed
     */
    public record Tap(String tensor, String port, Optional<Representation> meaning) {}

    private Taps(NodeId node, List<String> outputs, List<Tap> taps) {
        this.node = node;
        this.outputs = outputs;
        this.taps = taps;
    }

    /**
     * The taps of a component.
     *
     * @param outputs the model's own outputs
     */
    public static Taps of(Node component, List<String> outputs) {
        List<Tap> rows = component.settings().get(SETTING).stream()
                .flatMap(value -> value instanceof Items(List<Value> items) ? items.stream() : Stream.of())
                .map(Taps::tap)
                .toList();
        return new Taps(component.id(), outputs, rows.isEmpty() ? own(outputs) : rows);
    }

    private static List<Tap> own(List<String> outputs) {
        return outputs.stream()
                .map(name -> new Tap(name, name, Optional.empty()))
                .toList();
    }

    private static Tap tap(Value row) {
        String tensor = text(row, "tensor");
        String name = text(row, "name");
        return new Tap(tensor, name.isEmpty() ? tensor : name, Representation.parse(text(row, "representation")));
    }

    private static String text(Value row, String column) {
        return row instanceof Fields(var fields) && fields.get(column) instanceof Text(String text) ? text : "";
    }

    /** All of them, in the order of the component's outputs. */
    public List<Tap> all() {
        return taps;
    }

    /** The tap of a tensor, if it has one. */
    public Optional<Tap> of(String tensor) {
        return taps.stream().filter(tap -> tap.tensor().equals(tensor)).findFirst();
    }

    /** Makes these tensors outputs too, as one step; one that is an output already keeps its name, and its wires with it. */
    public Edit add(String label, List<Tap> more) {
        List<Tap> changed = new ArrayList<>(taps);
        for (Tap tap : more) {
            Optional<Tap> known = of(tap.tensor());
            if (known.isEmpty()) {
                changed.add(new Tap(tap.tensor(), free(tap.port(), changed), tap.meaning()));
            } else if (known.get().meaning().isEmpty()) {
                changed.set(
                        changed.indexOf(known.get()),
                        new Tap(tap.tensor(), known.get().port(), tap.meaning()));
            }
        }
        return new Edit.Batch(label, List.of(change(changed)));
    }

    /** Makes a tensor an output. */
    public Edit add(String tensor) {
        return add("Tap " + tensor + " of " + node, List.of(new Tap(tensor, tensor, Optional.empty())));
    }

    /** Takes an output away, and the wires that leave it; empty where it is the only one. */
    public Optional<Edit> remove(String tensor, Amalgamation graph) {
        List<Tap> changed =
                taps.stream().filter(tap -> !tap.tensor().equals(tensor)).toList();
        if (changed.isEmpty() || changed.size() == taps.size()) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        for (var wire : graph.wiresOutOf(node)) {
            boolean gone = of(tensor)
                    .filter(tap -> wire.from().equals(new PortRef(node, tap.port())))
                    .isPresent();
            if (gone) {
                edits.add(new Edit.Disconnect(wire.to()));
            }
        }
        edits.add(change(changed));
        return Optional.of(new Edit.Batch("Take the tap " + tensor + " off " + node, edits));
    }

    /** Says what a tap means; empty to have it guessed. */
    public Edit mean(String tensor, Optional<Representation> meaning) {
        return change(taps.stream()
                .map(tap -> tap.tensor().equals(tensor) ? new Tap(tensor, tap.port(), meaning) : tap)
                .toList());
    }

    private static String free(String wanted, List<Tap> taken) {
        String name = wanted;
        for (int number = 2; isTaken(name, taken); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private static boolean isTaken(String name, List<Tap> taken) {
        return taken.stream().anyMatch(tap -> tap.port().equals(name));
    }

    private Edit change(List<Tap> changed) {
        Optional<Value> rows = changed.equals(own(outputs))
                ? Optional.empty()
                : Optional.of(new Items(changed.stream().map(Taps::row).toList()));
        return new Edit.Change(node, SETTING, rows);
    }

    private static Value row(Tap tap) {
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put("tensor", new Text(tap.tensor()));
        if (!tap.port().equals(tap.tensor())) {
            fields.put("name", new Text(tap.port()));
        }
        tap.meaning().ifPresent(meaning -> fields.put("representation", new Text(meaning.toString())));
        return new Fields(fields);
    }
}
