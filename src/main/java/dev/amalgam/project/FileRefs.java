package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.graph.WiringRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Changes the references to files in an amalgamation, wherever in its settings they stand. */
public final class FileRefs {
    private FileRefs() {}

    /** The amalgamation with each reference replaced; the same object where all stay as they are. */
    public static Amalgamation map(Amalgamation graph, UnaryOperator<FileRef> change) {
        List<Edit> edits = new ArrayList<>();
        for (Node node : graph.nodes()) {
            for (Map.Entry<String, Value> setting : node.settings().values().entrySet()) {
                Value changed = map(setting.getValue(), change);
                if (!changed.equals(setting.getValue())) {
                    edits.add(new Edit.Change(node.id(), setting.getKey(), Optional.of(changed)));
                }
            }
        }
        if (edits.isEmpty()) {
            return graph;
        }
        Outcome outcome = new Edits(WiringRules.ANY).apply(graph, new Edit.Batch("Lock files", edits));
        return switch (outcome) {
            case Outcome.Applied applied -> applied.graph();
            case Outcome.Refused refused ->
                throw new AssertionError(refused.refusal().sentence());
        };
    }

    /** All references of an amalgamation, each once, in the order of the nodes. */
    public static SequencedSet<FileRef> of(Amalgamation graph) {
        SequencedSet<FileRef> all = new LinkedHashSet<>();
        map(graph, file -> {
            all.add(file);
            return file;
        });
        return all;
    }

    private static Value map(Value value, UnaryOperator<FileRef> change) {
        return switch (value) {
            case FileRef file -> change.apply(file);
            case Value.Items(List<Value> items) ->
                new Value.Items(items.stream().map(item -> map(item, change)).toList());
            case Value.Fields(var fields) -> {
                TreeMap<String, Value> changed = new TreeMap<>(fields);
                changed.replaceAll((_, field) -> map(field, change));
                yield new Value.Fields(changed);
            }
            case Value.Flag _, Value.Whole _, Value.Real _, Value.Text _ -> value;
        };
    }
}
