package dev.amalgam.kind.task;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.Labels;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Ranked;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import java.util.List;

/**
 * {@code boxes: float32[N,4], scores: float32[N,K], image: uint8[H,W,3] -> boxes: float32[M,4], labels: string[M], scores:
 * float32[M], classes: int64[M]}: the boxes that are sure enough, surest first, as left, top, right and bottom in pixels,
 * within the picture. Of boxes of one class that lie over each other only the surest stays (greedy non-maximum suppression).
 */
public final class BoxesKind implements Kind {
    private static final String CORNERS = "corners";
    private static final String CENTRE = "centre";
    private static final String SIZE = "size";
    private static final String ROWS = "rows";
    private static final String PIXELS = "pixels";
    private static final String FRACTIONS = "fractions";

    @Override
    public String name() {
        return "boxes";
    }

    @Override
    public About about() {
        return new About(
                "Boxes",
                Family.TASK,
                "→ boxes",
                "Chooses the boxes that a detector is sure of, and shows them over the picture.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Labels.setting(),
                new Setting(
                        "format",
                        "Each box is",
                        "What the four numbers of a box are.",
                        new Setting.Choice(
                                List.of(
                                        new Option(CORNERS, "Left, top, right, bottom"),
                                        new Option(ROWS, "Top, left, bottom, right"),
                                        new Option(CENTRE, "Centre x, centre y, width, height"),
                                        new Option(SIZE, "Left, top, width, height")),
                                CORNERS)),
                new Setting(
                        "unit",
                        "Measured in",
                        "Pixels of the picture that is wired to it, or fractions of its width and height.",
                        new Setting.Choice(
                                List.of(new Option(PIXELS, "Pixels"), new Option(FRACTIONS, "Fractions from 0 to 1")),
                                PIXELS)),
                new Setting(
                        "threshold",
                        "Least score",
                        "Only boxes that are surer than this stay.",
                        new Setting.Real(0, 1, 0.5)),
                new Setting(
                        "overlap",
                        "Most overlap",
                        "Of two boxes of one class that share more of their area than this, the surer stays.",
                        new Setting.Real(0, 1, 0.5)),
                new Setting("k", "At most", "How many boxes, surest first.", new Setting.Whole(1, 1000, 100)));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        Dim rows = Dim.named("N");
        Dim found = Dim.named("found");
        return Signature.builder()
                .in("boxes", Sizes.floats(rows, Dim.of(4)))
                .in(
                        "scores",
                        Sizes.floats(rows, Labels.read(settings, components).count()))
                .in("image", "uint8[H,W,3]", Form.RAW)
                .out("boxes", Sizes.floats(found, Dim.of(4)), Representation.STRUCTURED)
                .out("labels", Sizes.of(ElementType.STRING, found), Representation.STRUCTURED)
                .out("scores", Sizes.floats(found), Representation.STRUCTURED)
                .out("classes", Sizes.of(ElementType.INT64, found), Representation.STRUCTURED)
                .build();
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Chosen settings = lowering.settings();
        Ref boxes = pixels(ops, settings, lowering.in("boxes"), lowering.in("image"));
        Ref byClass = ops.op("Unsqueeze", ops.transpose(lowering.in("scores"), 1, 0), ops.longs(0));
        // int64[M,3]: the picture of the batch, the class, the box.
        Ref kept = ops.op(
                "NonMaxSuppression",
                ops.op("Unsqueeze", boxes, ops.longs(0)),
                byClass,
                ops.longs(settings.whole("k")),
                ops.floats((float) settings.real("overlap")),
                ops.floats((float) settings.real("threshold")));
        Ref scores = ops.op("GatherND", byClass, kept);
        Ref count = ops.op("Min", ops.sizes(scores, 0, 1), ops.longs(settings.whole("k")));
        List<Ref> best = ops.ops("TopK", 2, Attributes.of("axis", 0), scores, count);
        Ref classes = ops.gather(ops.gather(kept, ops.scalar(1L), 1), best.get(1), 0);
        Ref places = ops.gather(ops.gather(kept, ops.scalar(2L), 1), best.get(1), 0);
        lowering.out("boxes", ops.gather(boxes, places, 0));
        lowering.out(
                "labels",
                Ranked.names(
                        ops,
                        classes,
                        Labels.read(settings, lowering.components()).names()));
        lowering.out("scores", best.get(0));
        lowering.out("classes", classes);
    }

    /** Left, top, right and bottom in pixels, within the picture. */
    private static Ref pixels(Ops ops, Chosen settings, Ref boxes, Ref image) {
        Ref height = ops.cast(ops.sizes(image, 0, 1), ElementType.FLOAT32);
        Ref width = ops.cast(ops.sizes(image, 1, 2), ElementType.FLOAT32);
        Ref edges = ops.concat(0, width, height, width, height);
        Ref corners = corners(ops, settings.text("format"), boxes);
        Ref scaled = settings.text("unit").equals(FRACTIONS) ? ops.op("Mul", corners, edges) : corners;
        return ops.op("Min", ops.op("Max", scaled, ops.scalar(0f)), edges);
    }

    private static Ref corners(Ops ops, String format, Ref boxes) {
        return switch (format) {
            case ROWS -> ops.gather(boxes, ops.longs(1, 0, 3, 2), 1);
            case CENTRE -> {
                Ref half = ops.op("Mul", ops.gather(boxes, ops.longs(2, 3), 1), ops.scalar(0.5f));
                Ref centre = ops.gather(boxes, ops.longs(0, 1), 1);
                yield ops.concat(1, ops.op("Sub", centre, half), ops.op("Add", centre, half));
            }
            case SIZE -> {
                Ref start = ops.gather(boxes, ops.longs(0, 1), 1);
                yield ops.concat(1, start, ops.op("Add", start, ops.gather(boxes, ops.longs(2, 3), 1)));
            }
            default -> boxes;
        };
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Boxes("boxes", "labels", "scores", "image");
    }
}
