package dev.amalgam.ui.canvas;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** What is selected: any number of nodes and notes, or one wire. Holds only what the shown amalgamation has. */
final class Selection {
    private final ObservableSet<NodeId> nodes = FXCollections.observableSet();
    private final ObservableSet<NodeId> readOnly = FXCollections.unmodifiableObservableSet(nodes);
    private final ReadOnlyObjectWrapper<Optional<Wire>> wire =
            new ReadOnlyObjectWrapper<>(this, "wire", Optional.empty());
    private final ObservableSet<NoteId> notes = FXCollections.observableSet();
    private final ObservableSet<NoteId> readOnlyNotes = FXCollections.unmodifiableObservableSet(notes);
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable Amalgamation shown;

    /** Calls {@code listener} after each change of the nodes and notes, once all that change with it have changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    ObservableSet<NodeId> nodes() {
        return readOnly;
    }

    ReadOnlyObjectProperty<Optional<Wire>> wireProperty() {
        return wire.getReadOnlyProperty();
    }

    Optional<Wire> wire() {
        return wire.get();
    }

    ObservableSet<NoteId> notes() {
        return readOnlyNotes;
    }

    /** The one note that is selected; empty where there is more, or nothing. */
    Optional<NoteId> note() {
        return nodes.isEmpty() && notes.size() == 1 ? notes.stream().findFirst() : Optional.empty();
    }

    /** Whether anything at all is selected. */
    boolean isEmpty() {
        return nodes.isEmpty() && notes.isEmpty() && wire().isEmpty();
    }

    boolean has(NodeId id) {
        return nodes.contains(id);
    }

    /** Exactly these nodes. */
    void set(Set<NodeId> wanted) {
        set(wanted, Set.of());
    }

    /** Exactly these nodes and notes. */
    void set(Set<NodeId> wanted, Set<NoteId> written) {
        wire.set(Optional.empty());
        nodes.retainAll(wanted);
        nodes.addAll(wanted);
        notes.retainAll(written);
        notes.addAll(written);
        listeners.forEach(Runnable::run);
    }

    void only(NodeId id) {
        set(Set.of(id));
    }

    void toggle(NodeId id) {
        Set<NodeId> wanted = new HashSet<>(nodes);
        if (!wanted.remove(id)) {
            wanted.add(id);
        }
        set(wanted, Set.copyOf(notes));
    }

    void toggle(NoteId id) {
        Set<NoteId> wanted = new HashSet<>(notes);
        if (!wanted.remove(id)) {
            wanted.add(id);
        }
        set(Set.copyOf(nodes), wanted);
    }

    void only(Wire chosen) {
        clear();
        wire.set(Optional.of(chosen));
    }

    void only(NoteId chosen) {
        set(Set.of(), Set.of(chosen));
    }

    /** What takes all that is selected away, as one step; empty where nothing is. */
    Optional<Edit> deletion() {
        List<Edit> edits = new ArrayList<>();
        if (!nodes.isEmpty()) {
            edits.add(new Edit.Remove(nodes));
        }
        if (!notes.isEmpty()) {
            edits.add(new Edit.Erase(notes));
        }
        wire().ifPresent(chosen -> edits.add(new Edit.Disconnect(chosen.to())));
        return edits.stream()
                .findFirst()
                .map(first -> edits.size() == 1 ? first : new Edit.Batch(first.label(), edits));
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
        Set<NoteId> written = new HashSet<>(notes);
        written.retainAll(graph.notes().keySet());
        if (!kept.equals(nodes) || !written.equals(notes)) {
            set(kept, written);
        }
        wire.set(chosen);
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
