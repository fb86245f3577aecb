package dev.amalgam.kind;

import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of node: two pure functions — its signature (types in, types out) and its lowering (an ONNX fragment) — with the
 * settings both depend on. Typing, preview, timing, export and diff all consume these two; nothing else says what a node
 * does. Implementations are stateless.
 */
public interface Kind {
    /** The name in files, such as {@code softmax}; never changes once released. */
    String name();

    /** What people read about it. */
    About about();

    /** The settings a person can choose. */
    Schema schema();

    /**
     * The ports, with types over variables of this kind's own.
     *
     * @throws KindException where a setting or a file does not allow any signature
     */
    Signature signature(Chosen settings, Components components) throws KindException;

    /**
     * The ports, as sharp as what comes in allows: for sizes that variables cannot say, such as products, and for what has to
     * be refused by its width. By default {@link #signature(Chosen, Components)}.
     *
     * @param inputs the types of the connected inputs, over variables that are not this kind's: only what is known of them may
     *     go into the signature
     * @throws KindException where a setting or a file does not allow any signature, or none for these inputs
     */
    default Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        return signature(settings, components);
    }

    /**
     * Writes what the node does as ONNX operators: each required input is there, and each output must be given.
     *
     * @throws KindException where a setting or a file stands against it
     */
    void lower(Lowering lowering) throws KindException;

    /** How its main result is best shown; by default the first output as its representation suggests. */
    default View view(Chosen settings, Components components) throws KindException {
        return new View.Plain("");
    }

    /**
     * What fills the graph input that this kind lowers to; empty for kinds that lower to none. Whether there is one must not
     * depend on whether a file was chosen: without one it is {@link Feed.Unset}.
     */
    default Optional<Feed> feed(Chosen settings) throws KindException {
        return Optional.empty();
    }

    /**
     * The numbers that the settings marked as {@link Setting#dial dials} make, by name, as the lowering takes them from {@link
     * Lowering#dial}: constants in the exported file, inputs of the node's own model while a person turns them. The lowering
     * uses each of them, and its operators depend on none.
     *
     * @throws KindException where a setting or a file stands against it
     */
    default Map<String, Tensor> dials(Chosen settings, Components components) throws KindException {
        return Map.of();
    }

    /** Whether its one input becomes an output of the exported file, named as the node. */
    default boolean isResult() {
        return false;
    }
}
