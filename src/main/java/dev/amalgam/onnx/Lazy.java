package dev.amalgam.onnx;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first asked for, once. */
final class Lazy<T> implements Supplier<T> {
    private @Nullable Supplier<T> source;
    private @Nullable T value;

    private Lazy(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> of(Supplier<T> source) {
        return new Lazy<>(source);
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = Objects.requireNonNull(source).get();
            value = known;
            source = null;
        }
        return known;
    }
}
