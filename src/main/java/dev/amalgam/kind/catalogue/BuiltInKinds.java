package dev.amalgam.kind.catalogue;

import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.combine.ConcatKind;
import dev.amalgam.kind.model.OnnxKind;
import dev.amalgam.kind.prestem.NormaliseKind;
import dev.amalgam.kind.prestem.ResizeKind;
import dev.amalgam.kind.representation.DenseKind;
import dev.amalgam.kind.representation.L2NormaliseKind;
import dev.amalgam.kind.representation.PoolKind;
import dev.amalgam.kind.representation.SigmoidKind;
import dev.amalgam.kind.representation.SoftmaxKind;
import dev.amalgam.kind.result.OutputKind;
import dev.amalgam.kind.source.AudioKind;
import dev.amalgam.kind.source.ImageKind;
import dev.amalgam.kind.source.NoiseKind;
import dev.amalgam.kind.source.TensorKind;
import dev.amalgam.kind.source.TextKind;
import dev.amalgam.kind.task.ActivationMapKind;
import dev.amalgam.kind.task.ArgMaxKind;
import dev.amalgam.kind.task.BoxesKind;
import dev.amalgam.kind.task.KeypointsKind;
import dev.amalgam.kind.task.SimilarityKind;
import dev.amalgam.kind.task.ThresholdKind;
import dev.amalgam.kind.task.TopKKind;
import dev.amalgam.kind.tensor.CastKind;
import dev.amalgam.kind.tensor.RerouteKind;
import dev.amalgam.kind.tensor.ReshapeKind;
import dev.amalgam.kind.tensor.TransposeKind;
import java.util.List;

/** The kinds that come with the program. */
public final class BuiltInKinds {
    private BuiltInKinds() {}

    /** All of them, in the order of the palette: by family, and within one in the order they are used. */
    public static Catalogue catalogue() {
        return Catalogue.of(List.of(
                new ImageKind(),
                new AudioKind(),
                new TextKind(),
                new TensorKind(),
                new NoiseKind(),
                new ResizeKind(),
                new NormaliseKind(),
                new OnnxKind(),
                new PoolKind(),
                new L2NormaliseKind(),
                new DenseKind(),
                new SoftmaxKind(),
                new SigmoidKind(),
                new ArgMaxKind(),
                new ThresholdKind(),
                new TopKKind(),
                new ActivationMapKind(),
                new BoxesKind(),
                new KeypointsKind(),
                new SimilarityKind(),
                new ConcatKind(),
                new CastKind(),
                new ReshapeKind(),
                new TransposeKind(),
                new RerouteKind(),
                new OutputKind()));
    }
}
