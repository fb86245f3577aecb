package dev.amalgam.kind.representation;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.UnitLength;
import dev.amalgam.tensor.Representation.Form;

/** {@code vectors: float32[…,D] -> vectors: float32[…,D]}, each of length 1: {@code x / max(‖x‖₂, 1e-12)}. */
public final class L2NormaliseKind implements Kind {
    @Override
    public String name() {
        return "l2-normalise";
    }

    @Override
    public About about() {
        return new About(
                "L2 normalise",
                Family.REPRESENTATION,
                "unit length",
                "Scales each vector to length 1, so that a dot product is a cosine.");
    }

    @Override
    public Schema schema() {
        return Schema.NONE;
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("vectors", "float32[...B,D]", Form.ENCODING, Form.EMBEDDING, Form.DENSE)
                .out("vectors", "float32[...B,D]", new Meaning.UnitLengthOf("vectors"))
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("vectors", UnitLength.of(Ops.of(lowering), lowering.in("vectors")));
    }
}
