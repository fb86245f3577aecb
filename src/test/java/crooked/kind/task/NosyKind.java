package crooked.kind.task;

import crooked.kind.Kind;

/** A kind that treats one other kind as special. */
public class NosyKind implements Kind {
    boolean knows(Kind other) {
        return other instanceof SpyKind;
    }
}
