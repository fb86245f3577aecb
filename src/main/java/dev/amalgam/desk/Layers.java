package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown: the results of the nodes and, once a frame was played, over them what the newest brought. While frames are
 * played, each is what flows in; afterwards what flows in is what the sources say. Not for use by several threads.
 */
final class Layers {
    private Typing typing;
    private Map<NodeId, Tensor> given = Map.of();
    private @Nullable Overlay overlay;
    private boolean playing;
    private @Nullable ContentKeys now;

    Layers(Typing typing) {
        this.typing = typing;
    }

    /** Another revision is the present one. */
    void become(Typing changed) {
        if (changed != typing) {
            typing = changed;
            now = null;
        }
    }

    /** The values of sources that do not simply follow the document, where frames do not say otherwise. */
    void flowsIn(Map<NodeId, Tensor> values) {
        given = values;
        now = null;
    }

    void play(Overlay newest) {
        overlay = newest;
        playing = true;
        now = typing == newest.typing() ? newest.keys() : null;
    }

    void rest() {
        playing = false;
        now = null;
    }

    /** What flows in is not known yet, so that nothing can be held against it: a frame of before says nothing any more. */
    void flowsInUnknown() {
        if (!playing) {
            clear();
        }
    }

    void clear() {
        overlay = null;
        rest();
    }

    LiveState over(LiveState base) {
        Overlay frame = overlay;
        return frame == null ? base : frame.over(base, keys(frame));
    }

    private ContentKeys keys(Overlay frame) {
        ContentKeys known = now == null ? ContentKeys.of(typing, playing ? frame.frame() : given) : now;
        now = known;
        return known;
    }
}
