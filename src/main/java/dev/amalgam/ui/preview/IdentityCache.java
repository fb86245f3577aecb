package dev.amalgam.ui.preview;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of an object, for as long as that object lives. Two objects are the same only if they are one: comparing large
 * tensors by content would cost more than drawing them. Not for several threads.
 */
final class IdentityCache<K, V> {
    private static final class Key<K> extends WeakReference<K> {
        private final int hash;

        Key(K object, ReferenceQueue<? super K> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Key<?> that && get() != null && get() == that.get());
        }
    }

    private final ReferenceQueue<K> gone = new ReferenceQueue<>();
    private final Map<Object, V> made = new HashMap<>();

    /** What was made of {@code object}, made now if it never was; must not hold on to {@code object}. For any thread. */
    V get(K object, Function<? super K, ? extends V> make) {
        Key<K> key = new Key<>(object, gone);
        synchronized (made) {
            for (Reference<? extends K> old = gone.poll(); old != null; old = gone.poll()) {
                made.remove(old);
            }
            V known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        // Outside of the lock: whoever asks for another object does not wait.
        V fresh = make.apply(object);
        synchronized (made) {
            V other = made.putIfAbsent(key, fresh);
            return other == null ? fresh : other;
        }
    }
}
