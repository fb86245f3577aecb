package dev.amalgam.desk.play;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.engine.Shipped;
import dev.amalgam.tensor.Tensor;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a player plays, and where it is seen. Called on the player's thread, where it does not say otherwise. */
public interface Stage {
    /** A model that is ready for frames; see {@link Shipped#run(Iterator, Consumer, BooleanSupplier, Stop)}. */
    @FunctionalInterface
    interface Model {
        /**
         * Runs it on frame after frame; {@code each} hears of all of them, in their order, and with values of tensors inside
         * where {@code inside} says so.
         */
        void run(Iterator<Map<NodeId, Tensor>> frames, Consumer<RunReport> each, BooleanSupplier inside, Stop stop)
                throws RunException;
    }

    /** The present revision. */
    Typing typing();

    /** Whether what was computed for this revision is true of the present one too. Asked before and after each frame. */
    boolean stands(Typing typing);

    /**
     * Makes the model of a revision ready.
     *
     * @throws LoweringException where a node stands against it, or there is no result that can be computed
     * @throws RunException where nothing can run
     */
    Model ship(Typing typing) throws LoweringException, RunException;

    /**
     * The frames: for each the values of the sources that have a film; those of the others are what their settings say. Where
     * the films are what they were, it is the iterator that was given before.
     */
    Iterator<Map<NodeId, Tensor>> frames(Typing typing);

    /** Shows what a frame brought, unless it is not true any more. */
    void show(Played played);

    /** No more frames come for now; what the last one brought stays shown. */
    void rest();

    /** Shows no frame any more. */
    void clear();

    /** Hears how far the player has come, on any thread; must not wait for another. */
    void tell(PlayState state);
}
