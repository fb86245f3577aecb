package dev.amalgam.kind.representation;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.part.Classifier;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.TensorType;
import java.util.Map;

/** {@code embedding: float32[N,D] -> logits: float32[N,K]}: {@code y = x · Wᵀ + b} with learned weights from a file. */
public final class DenseKind implements Kind {
    @Override
    public String name() {
        return "dense";
    }

    @Override
    public About about() {
        return new About(
                "Dense",
                Family.REPRESENTATION,
                "embedding → logits",
                "A learned linear layer: one score a class out of a feature vector.");
    }

    @Override
    public Schema schema() {
        return new Schema(Classifier.settings());
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return signature(settings, components, Map.of());
    }

    @Override
    public Signature signature(Chosen settings, Components components, Map<String, TensorType> inputs)
            throws KindException {
        Classifier classifier = Classifier.read(settings, components, Sizes.last(inputs, "embedding"));
        return Signature.builder()
                .in("embedding", Sizes.floats(Dim.named("N"), classifier.width()), Form.EMBEDDING, Form.DENSE)
                .out("logits", Sizes.floats(Dim.named("N"), classifier.count()), Representation.LOGITS)
                .build();
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Classifier classifier = Classifier.read(
                lowering.settings(), lowering.components(), Sizes.last(lowering.inputTypes(), "embedding"));
        lowering.out("logits", classifier.logits(Ops.of(lowering), lowering.in("embedding")));
    }
}
