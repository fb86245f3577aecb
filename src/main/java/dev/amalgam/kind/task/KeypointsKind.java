package dev.amalgam.kind.task;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;

/**
 * {@code maps: float32[1,K,h,w], image: uint8[H,W,3] -> points: float32[K,2], scores: float32[K]}: where each of K heat maps
 * is highest, as x and y in pixels of the picture, and how high it is there. The maps cover all of the picture; a point is
 * the middle of its cell, and of equal cells the first counts.
 */
public final class KeypointsKind implements Kind {
    @Override
    public String name() {
        return "keypoints";
    }

    @Override
    public About about() {
        return new About(
                "Keypoints",
                Family.TASK,
                "heat maps → points",
                "Finds where each heat map is highest, and shows these points over the picture.");
    }

    @Override
    public Schema schema() {
        return Schema.of();
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .in("maps", "float32[1,K,h,w]")
                .in("image", "uint8[H,W,3]", Form.RAW)
                .out("points", "float32[K,2]", Representation.STRUCTURED)
                .out("scores", "float32[K]", Representation.STRUCTURED)
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        Ops ops = Ops.of(lowering);
        Ref maps = lowering.in("maps");
        Ref rows = ops.op("Flatten", Attributes.of("axis", 2), maps);
        Ref highest = ops.op("ArgMax", Attributes.of("axis", 1).and("keepdims", 1), rows);
        Ref columns = ops.sizes(maps, 3, 4);
        Ref cells = ops.concat(1, ops.op("Mod", highest, columns), ops.op("Div", highest, columns));
        Ref middles = ops.op("Add", ops.cast(cells, ElementType.FLOAT32), ops.scalar(0.5f));
        lowering.out(
                "points", ops.op("Div", ops.op("Mul", middles, across(ops, lowering)), across(ops, columns, maps)));
        lowering.out("scores", ops.op("ReduceMax", Attributes.of("keepdims", 0), rows, ops.longs(1)));
    }

    /** Width and height of the picture, float32[2]. */
    private static Ref across(Ops ops, Lowering lowering) {
        Ref image = lowering.in("image");
        return ops.cast(ops.concat(0, ops.sizes(image, 1, 2), ops.sizes(image, 0, 1)), ElementType.FLOAT32);
    }

    /** Width and height of the maps, float32[2]. */
    private static Ref across(Ops ops, Ref columns, Ref maps) {
        return ops.cast(ops.concat(0, columns, ops.sizes(maps, 2, 3)), ElementType.FLOAT32);
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Keypoints("points", "scores", "image");
    }
}
