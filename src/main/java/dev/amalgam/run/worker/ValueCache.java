package dev.amalgam.run.worker;

import ai.onnxruntime.OnnxTensor;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.run.Device;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of earlier steps by key, the least recently used of which go first when they take too much memory. */
final class ValueCache {
    private record Held(OnnxTensor value, long bytes) {}

    /** How values are computed. A key says only what: on another device, or optimised otherwise, it would be another value. */
    record How(Device device, int threads, Optimisation optimisation) {}

    private final long maxBytes;
    private final LinkedHashMap<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private @Nullable How how;

    ValueCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** From now on values are computed like this; those that were computed otherwise go. */
    void begin(How now) {
        if (!now.equals(how)) {
            held.values().forEach(entry -> entry.value().close());
            held.clear();
            bytes = 0;
            how = now;
        }
    }

    boolean has(String key) {
        return held.containsKey(key);
    }

    @Nullable
    OnnxTensor get(String key) {
        Held entry = held.get(key);
        return entry == null ? null : entry.value();
    }

    /** Takes a value over; where the key is known already, the new value is let go. */
    void put(String key, OnnxTensor value) {
        Held fresh = new Held(value, OrtTensors.bytes(value));
        if (held.putIfAbsent(key, fresh) == null) {
            bytes += fresh.bytes();
        } else {
            value.close();
        }
    }

    /** Lets values go until the rest fits, but none of these. */
    void trim(Set<String> kept) {
        Iterator<java.util.Map.Entry<String, Held>> oldest = held.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            java.util.Map.Entry<String, Held> entry = oldest.next();
            if (!kept.contains(entry.getKey())) {
                bytes -= entry.getValue().bytes();
                oldest.remove();
                entry.getValue().value().close();
            }
        }
    }
}
