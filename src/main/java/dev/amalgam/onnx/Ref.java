package dev.amalgam.onnx;

import org.jspecify.annotations.Nullable;

/** A tensor in a graph under construction. Only the builder that gave it out accepts it. */
public final class Ref {
    /** Stands for an optional input that is left out. */
    public static final Ref NONE = new Ref(null, "");

    private final @Nullable GraphBuilder owner;
    private final String token;

    Ref(@Nullable GraphBuilder owner, String token) {
        this.owner = owner;
        this.token = token;
    }

    /** The tensor's name while building; inputs and outputs get their exact names in {@link GraphBuilder#build}. */
    String token() {
        return token;
    }

    boolean belongsTo(GraphBuilder builder) {
        return owner == builder;
    }

    @Override
    public String toString() {
        return token.isEmpty() ? "(none)" : token;
    }
}
