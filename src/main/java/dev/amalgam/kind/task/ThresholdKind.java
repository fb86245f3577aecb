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
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.Labels;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * {@code scores: float32[N,K] -> decisions: uint8[N,L], scores: float32[N,L]}: which probabilities are at or above their
 * threshold. With a table of watched labels there is one column for each row, in its order; without, all K columns are held
 * against one threshold.
 */
public final class ThresholdKind implements Kind {
    private static final Setting WATCHED = new Setting(
            "watched",
            "Watched labels",
            "The labels to decide on, each with a threshold of its own; with no row all columns are decided on.",
            new Setting.Table(List.of(
                    new Setting("label", "Label", "As in the label file.", new Setting.Text("")),
                    new Setting("threshold", "Threshold", "Yes at this probability and above.", probability()).asDial(),
                    new Setting("name", "Name", "What to call it; left empty for the label.", new Setting.Text("")))));

    /** A column of the scores that is decided on. */
    private record Watched(int column, double threshold, String name) {}

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public About about() {
        return new About(
                "Threshold",
                Family.TASK,
                "soft → hard",
                "Decides yes or no for each watched label by a threshold of its own.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                Labels.setting(),
                WATCHED,
                new Setting(
                                "threshold",
                                "Threshold for all",
                                "Where no label is watched by itself: yes at this probability and above.",
                                probability())
                        .asDial());
    }

    private static Setting.Real probability() {
        return new Setting.Real(0, 1, 0.5);
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        Labels labels = Labels.read(settings, components);
        List<Watched> watched = watched(settings, labels);
        Dim columns = watched.isEmpty() ? labels.count() : Dim.of(watched.size());
        Dim rows = Dim.named("N");
        return Signature.builder()
                .in("scores", Sizes.floats(rows, labels.count()), Form.SOFT)
                .out("decisions", Sizes.of(ElementType.UINT8, rows, columns), Representation.HARD_INDEPENDENT)
                .out("scores", Sizes.floats(rows, columns), Representation.SOFT_INDEPENDENT)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) throws KindException {
        List<Watched> watched = watched(settings, Labels.read(settings, components));
        return Map.of(
                "thresholds",
                watched.isEmpty()
                        ? Tensor.scalar((float) settings.real("threshold"))
                        : Tensor.floats(new long[] {watched.size()}, thresholds(watched)));
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Chosen settings = lowering.settings();
        List<Watched> watched = watched(settings, Labels.read(settings, lowering.components()));
        Ref scores = lowering.in("scores");
        if (!watched.isEmpty()) {
            Ref columns = ops.longs(watched.stream().mapToLong(Watched::column).toArray());
            scores = ops.gather(scores, columns, 1);
        }
        lowering.out(
                "decisions",
                ops.cast(ops.op("GreaterOrEqual", scores, lowering.dial("thresholds")), ElementType.UINT8));
        lowering.out("scores", scores);
    }

    private static float[] thresholds(List<Watched> watched) {
        float[] thresholds = new float[watched.size()];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = (float) watched.get(i).threshold();
        }
        return thresholds;
    }

    @Override
    public View view(Chosen settings, Components components) throws KindException {
        Labels labels = Labels.read(settings, components);
        List<Watched> watched = watched(settings, labels);
        return watched.isEmpty()
                ? new View.Switches(
                        "scores",
                        "decisions",
                        labels.names(),
                        Collections.nCopies(labels.names().size(), settings.real("threshold")))
                : new View.Switches(
                        "scores",
                        "decisions",
                        watched.stream().map(Watched::name).toList(),
                        watched.stream().map(Watched::threshold).toList());
    }

    private static List<Watched> watched(Chosen settings, Labels labels) throws KindException {
        List<Watched> watched = new ArrayList<>();
        for (Chosen row : settings.rows(WATCHED)) {
            if (labels.names().isEmpty()) {
                throw KindException.setting(
                        WATCHED.name(), "without a label file no label has a column", "Choose the label file");
            }
            String label = row.text("label");
            String name = row.text("name");
            watched.add(new Watched(
                    labels.column(label, WATCHED.name()), row.real("threshold"), name.isEmpty() ? label : name));
        }
        return watched;
    }
}
