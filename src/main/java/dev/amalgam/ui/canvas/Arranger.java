package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.arrange.Alignment;
import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.arrange.Distribution;
import dev.amalgam.desk.arrange.Layered;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Selects along the wires and brings cards into order; each is one step for undo. Pinned cards stay where they are. */
final class Arranger {
    private static final Logger LOG = LoggerFactory.getLogger(Arranger.class);

    private final Scenery scenery;
    private final Consumer<Edit> apply;

    Arranger(Scenery scenery, Consumer<Edit> apply) {
        this.scenery = scenery;
        this.apply = apply;
    }

    /** Selects, in addition, all that the selected nodes depend on. */
    void selectUpstream() {
        selectAlso(Amalgamation::upstream);
    }

    /** Selects, in addition, all that depends on the selected nodes. */
    void selectDownstream() {
        selectAlso(Amalgamation::downstream);
    }

    private void selectAlso(BiFunction<Amalgamation, NodeId, SequencedSet<NodeId>> reach) {
        Set<NodeId> selected = Set.copyOf(scenery.selection().nodes());
        scenery.selection()
                .set(selected.stream()
                        .flatMap(id -> Stream.concat(Stream.of(id), reach.apply(graph(), id).stream()))
                        .collect(Collectors.toSet()));
    }

    void align(Alignment how) {
        move(Texts.get("arrange.done.align"), how.places(selectedAreas()));
    }

    void distribute(Distribution how) {
        move(Texts.get("arrange.done.distribute"), how.places(selectedAreas()));
    }

    private Map<NodeId, Area> selectedAreas() {
        Map<NodeId, Area> areas = new LinkedHashMap<>();
        movable(scenery.selection().nodes())
                .forEach(card -> areas.put(card.card().id(), card.area()));
        return areas;
    }

    private List<Board.Placed> movable(Collection<NodeId> of) {
        return of.stream()
                .filter(id -> !graph().look(id).pinned())
                .flatMap(id -> scenery.board().card(id).stream())
                .toList();
    }

    private void move(String label, Map<NodeId, Position> places) {
        if (!places.isEmpty()) {
            apply.accept(new Edit.Batch(label, List.of(new Edit.Move(places))));
        }
    }

    /**
     * Lays out the selected cards where there are several, else all, in the background. Where the document changes before that
     * is done, it is given up.
     */
    void layOut() {
        Document document = scenery.document();
        Amalgamation graph = graph();
        Map<NodeId, Layered.Card> cards = layoutCards();
        AtomicBoolean cancelled = new AtomicBoolean();
        Subscription changes =
                document.onChange(state -> cancelled.set(!state.graph().equals(graph)));
        UiThread.compute(
                this,
                () -> {
                    try {
                        return Layered.places(graph, cards, cancelled::get);
                    } finally {
                        changes.close();
                    }
                },
                places -> settle(graph, places),
                Arranger::failed);
    }

    private Map<NodeId, Layered.Card> layoutCards() {
        Set<NodeId> selected = scenery.selection().nodes();
        Collection<NodeId> wanted = selected.size() > 1 ? selected : graph().order();
        Map<NodeId, Layered.Card> cards = new HashMap<>();
        movable(wanted).forEach(card -> cards.put(card.card().id(), card(card)));
        return cards;
    }

    private static Layered.Card card(Board.Placed placed) {
        Map<String, Double> inputs = new HashMap<>();
        Map<String, Double> outputs = new HashMap<>();
        placed.layout()
                .ports()
                .forEach(place -> (place.port().input() ? inputs : outputs)
                        .put(place.port().ref().port(), place.y()));
        return new Layered.Card(placed.area(), inputs, outputs);
    }

    private void settle(Amalgamation laidOut, Map<NodeId, Position> places) {
        if (graph().equals(laidOut)) {
            move(Texts.get("arrange.done.layout"), places);
            scenery.fit(places.keySet());
        }
    }

    private static void failed(Exception e) {
        if (!(e instanceof CancellationException)) {
            LOG.error("The cards could not be laid out", e);
        }
    }

    private Amalgamation graph() {
        return scenery.document().state().graph();
    }
}
