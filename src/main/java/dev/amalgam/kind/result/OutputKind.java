package dev.amalgam.kind.result;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Signature;

/** {@code value: T[…]}: becomes an output of the exported file, named as the node. It computes nothing. */
public final class OutputKind implements Kind {
    @Override
    public String name() {
        return "output";
    }

    @Override
    public About about() {
        return new About(
                "Output",
                Family.RESULT,
                "any → file",
                "Makes a tensor an output of the exported file, named as this node.");
    }

    @Override
    public Schema schema() {
        return Schema.NONE;
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder().in("value", "T[...S]").build();
    }

    @Override
    public void lower(Lowering lowering) {
        // There is nothing to compute: whoever lowers the whole connects the value to the output.
    }

    @Override
    public boolean isResult() {
        return true;
    }
}
