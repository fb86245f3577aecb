package dev.amalgam.kind.tensor;

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

/** {@code value: T[…S] -> value: T[…S]}: a bend in a wire. What comes in goes on as it is. */
public final class RerouteKind implements Kind {
    @Override
    public String name() {
        return "reroute";
    }

    @Override
    public About about() {
        return new About(
                "Reroute",
                Family.TENSOR,
                "a bend in a wire",
                "Passes on what comes in, so that a wire can take another way or branch where you like.");
    }

    @Override
    public Schema schema() {
        return Schema.NONE;
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("value", "T[...S]")
                .out("value", "T[...S]", new Meaning.SameAs("value"))
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("value", Ops.of(lowering).op("Identity", lowering.in("value")));
    }
}
