package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** What is selected: any number of nodes, or one wire, or one note. Holds only what the shown amalgamation has. */
final class Selection {
    private final ObservableSet<NodeId> nodes = FXCollections.observableSet();
    private final ObservableSet<NodeId> readOnly = FXCollections.unmodifiableObservableSet(nodes);
    private final ReadOnlyObjectWrapper<Optional<Wire>> wire =
            new ReadOnlyObjectWrapper<>(this, "wire", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<NoteId>> note =
            new ReadOnlyObjectWrapper<>(this, "note", Optional.empty());
    private @Nullable Amalgamation shown;

    ObservableSet<NodeId> nodes() {
        return readOnly;
    }

    ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
        return wire.getReadOnlyProperty();
    }

    Optional<Wire> wire() {
        return wire.get();
    }

    ReadOnlyObjectProperty<Optional<NoteId>> noteProperty() {
        return note.getReadOnlyProperty();
    }

    Optional<NoteId> note() {
        return note.get();
    }

    /** Whether anything at all is selected. */
    boolean isEmpty() {
        return nodes.isEmpty() && wire().isEmpty() && note().isEmpty();
    }

    boolean has(NodeId id) {
        return nodes.contains(id);
    }

    /** Exactly these nodes. */
    void set(Set<NodeId> wanted) {
        wire.set(Optional.empty());
        note.set(Optional.empty());
        nodes.retainAll(wanted);
        nodes.addAll(wanted);
    }

    void only(NodeId id) {
        set(Set.of(id));
    }

    void toggle(NodeId id) {
        Set<NodeId> wanted = new HashSet<>(nodes);
        if (!wanted.remove(id)) {
            wanted.add(id);
        }
        set(wanted);
    }

    void only(Wire chosen) {
        clear();
        wire.set(Optional.of(chosen));
    }

    void only(NoteId chosen) {
        clear();
        note.set(Optional.of(chosen));
    }

    void clear() {
        set(Set.of());
    }

    /** Lets go of what is gone; a node that was only renamed stays selected under its new name. */
    void follow(Amalgamation graph) {
        Set<NodeId> kept = new HashSet<>();
        for (NodeId id : nodes) {
            if (graph.node(id).isPresent()) {
                kept.add(id);
            } else {
                renamed(id, graph).ifPresent(kept::add);
            }
        }
        Optional<Wire> chosen = wire().filter(it -> graph.wireInto(it.to()).equals(Optional.of(it)));
        Optional<NoteId> written = note().filter(graph.notes()::containsKey);
        if (!kept.equals(nodes)) {
            set(kept);
        }
        wire.set(chosen);
        note.set(written);
        shown = graph;
    }

    private Optional<NodeId> renamed(NodeId gone, Amalgamation graph) {
        Amalgamation before = shown;
        if (before == null
                || before.node(gone).isEmpty()
                || before.nodes().size() != graph.nodes().size()) {
            return Optional.empty();
        }
        int place = List.copyOf(before.nodes()).indexOf(before.node(gone).get());
        NodeId there = List.copyOf(graph.nodes()).get(place).id();
        return before.node(there).isEmpty() ? Optional.of(there) : Optional.empty();
    }
}
