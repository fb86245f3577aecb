package dev.amalgam.desk.input;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.Iterator;
import java.util.Map;

/**
 * The pictures of all reels one after another, for a run of frame after frame: endless, each reel round and round at its own
 * length. A disturbance that changes meanwhile is seen in the next frame. For one thread; nobody is told of the pictures on
 * the way, only once it is closed.
 */
public final class Play implements Iterator<Map<NodeId, Tensor>>, AutoCloseable {
    private final LiveInputs inputs;
    private final Typing typing;
    private boolean begun;

    /** Plays from where the reels stand. */
    public Play(LiveInputs inputs, Typing typing) {
        this.inputs = inputs;
        this.typing = typing;
    }

    /** Whether it is what that revision plays too: the same files flow into the same sources. */
    public boolean isOf(Typing other) {
        return other.components() == typing.components()
                && PictureSource.of(other).equals(PictureSource.of(typing));
    }

    /** There is always another picture; where there is no reel, the same again. */
    @Override
    public boolean hasNext() {
        return true;
    }

    /** The values of the sources for the next frame; those that follow the document are not among them. */
    @Override
    public Map<NodeId, Tensor> next() {
        if (begun) {
            inputs.advance();
        }
        begun = true;
        return inputs.read(inputs.moment(typing), typing.components()).values();
    }

    /** The reels stay where they are. */
    @Override
    public void close() {
        inputs.tell();
    }
}
