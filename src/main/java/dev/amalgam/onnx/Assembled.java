package dev.amalgam.onnx;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model that was built, and what the tensors that were given out while building are called in it. */
public final class Assembled {
    private final OnnxModel model;
    private final GraphBuilder builder;
    private final Set<String> present;
    private final Map<String, String> exact;

    Assembled(OnnxModel model, GraphBuilder builder, Set<String> present, Map<String, String> exact) {
        this.model = model;
        this.builder = builder;
        this.present = Set.copyOf(present);
        this.exact = Map.copyOf(exact);
    }

    /** The model. */
    public OnnxModel model() {
        return model;
    }

    /** What a tensor is called in the model; empty where no output needs it, so that it is not there. */
    public Optional<String> name(Ref ref) {
        String token = builder.token(ref);
        return present.contains(token) ? Optional.of(exact.getOrDefault(token, token)) : Optional.empty();
    }
}
