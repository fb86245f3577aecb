package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.input.Play;
import dev.amalgam.desk.play.PlayState;
import dev.amalgam.desk.play.Played;
import dev.amalgam.desk.play.Player;
import dev.amalgam.desk.play.Stage;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.tensor.Tensor;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plays a document: frame after frame through the one model that ships, as fast as it goes. What frames bring is laid over the
 * live results. For use by any thread; listeners are called by any thread and must not wait for another.
 */
public final class Playback implements AutoCloseable {
    private final Document document;
    private final LiveInputs inputs;
    private final Engine engine;
    private final LiveSession live;
    private final RunOptions options;
    private final Supplier<String> name;
    private final Runnable settle;
    private final Listeners<PlayState> listeners = new Listeners<>();
    private final Player player;
    private final Subscription changes;

    /**
     * A player that rests.
     *
     * @param name of the graph in the model
     * @param settle waits until the types of all models are known
     * @param showEvery the least time between two frames that are shown
     */
    Playback(
            Document document,
            LiveInputs inputs,
            Engine engine,
            LiveSession live,
            RunOptions options,
            Supplier<String> name,
            Runnable settle,
            Duration showEvery) {
        this.document = document;
        this.inputs = inputs;
        this.engine = engine;
        this.live = live;
        this.options = options;
        this.name = name;
        this.settle = settle;
        this.player = new Player(new Screen(), showEvery);
        this.changes = document.onChange(_ -> player.changed());
    }

    public PlayState state() {
        return player.state();
    }

    /** Calls {@code listener} after each change of the state, and while it plays whenever a frame is shown. */
    public Subscription onChange(Consumer<PlayState> listener) {
        return listeners.add(listener);
    }

    /** Plays, or goes on where it was paused or blocked. */
    public void play() {
        player.play();
    }

    /** Waits after the frame that is under way; its results stay shown. */
    public void pause() {
        player.pause();
    }

    /** Ends; the results of the nodes are shown again. */
    public void stop() {
        player.stop();
    }

    @Override
    public void close() {
        changes.close();
        player.close();
    }

    /** What the player knows of the document. */
    private final class Screen implements Stage {
        private @Nullable Typing asked;
        private @Nullable Typing present;
        private boolean same;
        private @Nullable Play pictures;

        @Override
        public Typing typing() {
            settle.run();
            return document.state().typing();
        }

        @Override
        public synchronized boolean stands(Typing typing) {
            Typing now = document.state().typing();
            if (now == typing) {
                return true;
            }
            if (typing != asked || now != present) {
                same = meansTheSame(typing, now);
                asked = typing;
                present = now;
            }
            return same;
        }

        @Override
        public Model ship(Typing typing) throws LoweringException, RunException {
            return engine.ship(typing, Map.of(), name.get(), ReadPorts.of(typing), options)::run;
        }

        @Override
        public Iterator<Map<NodeId, Tensor>> frames(Typing typing) {
            Play known = pictures;
            if (known == null || !known.isOf(typing)) {
                known = new Play(inputs, typing);
                pictures = known;
            }
            return known;
        }

        @Override
        public void show(Played played) {
            live.lay(Overlay.of(played));
        }

        @Override
        public void rest() {
            // The nodes are run for the pictures where it rests; then they agree with what the last frame brought.
            if (pictures != null) {
                pictures.close();
            }
            live.playsNoMore();
        }

        @Override
        public void clear() {
            live.clear();
        }

        @Override
        public void tell(PlayState state) {
            listeners.tell(state);
        }
    }

    /** Whether both give the same for each result: where nodes have only been moved, or types have been told. */
    private static boolean meansTheSame(Typing one, Typing other) {
        return results(one).equals(results(other));
    }

    private static Map<NodeId, Optional<String>> results(Typing typing) {
        ContentKeys keys = ContentKeys.of(typing);
        return typing.ordered().stream()
                .filter(node -> node.kind().isResult())
                .collect(Collectors.toMap(node -> node.id(), node -> keys.node(node.id())));
    }
}
