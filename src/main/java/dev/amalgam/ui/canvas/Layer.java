package dev.amalgam.ui.canvas;

import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * Nodes that show what is at hand. What is in view is there at once; what is only near comes little by little, pulse by pulse,
 * because a node that is made or put back is styled and painted, and costs more than all that stay. What is out of view is
 * kept for a while, the least recently seen going first.
 */
final class Layer<K, T, V extends Node> extends Group {
    /**
     * With its bitmap a card takes about 100 kB. Beyond that number nodes are used again for something else: of one that is thrown
     * away, JavaFX keeps the bitmap until memory is short.
     */
    private static final int KEPT = 200;

    private final SequencedMap<K, V> views = new LinkedHashMap<>(16, 0.75f, true);
    private final Function<T, K> key;
    private final Supplier<V> maker;
    private final Consumer<V> blank;
    private final BiConsumer<V, T> dress;
    private final int ahead;
    private final List<V> spare = new ArrayList<>();
    private List<T> wanted = List.of();

    /**
     * @param key what tells the things apart
     * @param blank makes a node forget what it showed, so that it can be used again
     * @param dress makes a node show its thing
     * @param ahead how many that are not in view yet come in one pulse
     */
    Layer(Function<T, K> key, Supplier<V> maker, Consumer<V> blank, BiConsumer<V, T> dress, int ahead) {
        this.key = key;
        this.maker = maker;
        this.blank = blank;
        this.dress = dress;
        this.ahead = ahead;
    }

    /**
     * Shows these, in this order.
     *
     * @param seen which of them cannot wait
     * @param anew whether those that are there already may have changed
     */
    void show(List<T> things, Predicate<T> seen, boolean anew) {
        wanted = things;
        fill(seen, anew);
    }

    /** Shows nothing, until it is asked to. */
    void clear() {
        wanted = List.of();
        getChildren().clear();
    }

    /** The node that shows something, if there is one. */
    Optional<V> view(K of) {
        return Optional.ofNullable(views.get(of));
    }

    private void fill(Predicate<T> seen, boolean anew) {
        List<Node> shown = new ArrayList<>();
        int come = 0;
        for (T thing : wanted) {
            V view = views.get(key.apply(thing));
            boolean there = view != null && view.getParent() == this;
            if (there || seen.test(thing) || come++ < ahead) {
                V shows = view == null ? make(thing) : view;
                if (anew || !there) {
                    dress.accept(shows, thing);
                }
                shown.add(shows);
            }
        }
        replace(shown);
        while (views.size() > shown.size() + KEPT) {
            spare.add(views.pollFirstEntry().getValue());
        }
        if (come > ahead) {
            UiThread.later(this, () -> fill(_ -> false, false));
        }
    }

    private V make(T thing) {
        V made = spare.isEmpty() ? maker.get() : spare.removeLast();
        blank.accept(made);
        views.put(key.apply(thing), made);
        return made;
    }

    /** Leaves alone what stays. */
    private void replace(List<Node> shown) {
        List<Node> children = getChildren();
        if (children.equals(shown)) {
            return;
        }
        children.retainAll(Set.copyOf(shown));
        for (int i = 0; i < shown.size(); i++) {
            if (i >= children.size() || children.get(i) != shown.get(i)) {
                // One step may take a thing away and put it back at another place.
                if (shown.get(i).getParent() == this) {
                    children.remove(shown.get(i));
                }
                children.add(i, shown.get(i));
            }
        }
    }
}
