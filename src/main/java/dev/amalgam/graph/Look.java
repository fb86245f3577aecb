package dev.amalgam.graph;

import java.util.Optional;

/**
 * How a node's card is drawn. Changes nothing that runs.
 *
 * @param collapsed whether only its heading and ports are shown
 * @param pinned whether it stays where it is when cards are arranged
 * @param tint its colour, empty for that of its family
 */
public record Look(boolean collapsed, boolean pinned, Optional<Tint> tint) {
    /** As cards look where nobody chose. */
    public static final Look PLAIN = new Look(false, false, Optional.empty());

    /** The same, collapsed or not. */
    public Look collapsed(boolean on) {
        return new Look(on, pinned, tint);
    }

    /** The same, pinned or not. */
    public Look pinned(boolean on) {
        return new Look(collapsed, on, tint);
    }

    /** The same in another colour. */
    public Look tinted(Optional<Tint> other) {
        return new Look(collapsed, pinned, other);
    }
}
