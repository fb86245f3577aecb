package dev.amalgam.desk.arrange;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/**
 * The layered layout of a whole amalgamation, or of a part of it: what feeds stands left of what is fed, with few crossings
 * and short wires (Sugiyama, Tagawa and Toda 1981, as Eclipse ELK does it).
 */
public final class Layered {
    /**
     * A card as the layout sees it.
     *
     * @param area where it stands now, and its size
     * @param inputs how far below the upper edge each input is; one that is missing may be anywhere
     * @param outputs likewise for the outputs
     */
    public record Card(Area area, Map<String, Double> inputs, Map<String, Double> outputs) {
        public Card {
            inputs = Map.copyOf(inputs);
            outputs = Map.copyOf(outputs);
        }
    }

    private Layered() {}

    /**
     * Where the cards go. The whole keeps its left upper corner, so that a person finds it again. Seconds may pass for some
     * thousand cards, so call it in the background.
     *
     * @param cards what to arrange; wires to other cards play no part
     * @param cancelled asked again and again
     * @throws CancellationException once {@code cancelled} says so
     */
    public static Map<NodeId, Position> places(Amalgamation graph, Map<NodeId, Card> cards, BooleanSupplier cancelled) {
        LayeredDrawing drawing = new LayeredDrawing(graph, cards);
        if (!cards.isEmpty()) {
            new LayeredLayoutProvider().layout(drawing.root(), new Monitor(cancelled));
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the layout is not wanted any more");
        }
        return drawing.places();
    }

    /** ELK asks it between its steps and makes one for each step out of it. */
    private static final class Monitor extends BasicProgressMonitor {
        private final BooleanSupplier cancelled;

        Monitor(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean isCanceled() {
            return cancelled.getAsBoolean();
        }

        @Override
        protected BasicProgressMonitor doSubTask(float work, int levels) {
            return new Monitor(cancelled);
        }
    }
}
