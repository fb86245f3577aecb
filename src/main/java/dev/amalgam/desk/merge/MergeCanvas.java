package dev.amalgam.desk.merge;

import dev.amalgam.desk.Names;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts models on an empty canvas, with something that flows into them and an output for all that they give. */
public final class MergeCanvas {
    private static final double COLUMN = 320;
    private static final double ROW = 220;

    /** What noise can be made of; other types begin with ones. */
    private static final Set<ElementType> NOISE = Set.of(ElementType.FLOAT32, ElementType.UINT8);

    private final Merged merged;
    private final Sample sample;
    private final Names names;
    private final Map<String, PortRef> sources = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();

    private MergeCanvas(Merged merged, Sample sample, Amalgamation empty) {
        this.merged = merged;
        this.sample = sample;
        this.names = Names.in(empty);
        merged.models().forEach(model -> names.like(model.id()));
    }

    /**
     * The models as they were before they were merged, as one step.
     *
     * @param sample what flows in for a start
     */
    public static Edit of(Merged merged, Sample sample, Amalgamation empty) {
        MergeCanvas canvas = new MergeCanvas(merged, sample, empty);
        canvas.addSources();
        canvas.addModels();
        return new Edit.Batch("Add models", canvas.edits);
    }

    private void addSources() {
        sample.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(value -> addSource(value.getKey(), value.getValue()));
    }

    private void addSource(String place, Tensor value) {
        NodeId id = names.titled(place.substring(place.lastIndexOf('/') + 1));
        boolean noise = NOISE.contains(value.element());
        Node node = noise
                ? new Node(id, "noise", shaped(value, Map.of()))
                : new Node(
                        id,
                        "tensor",
                        shaped(value, Map.of("use", new Value.Text("input"), "values", numbers(new long[] {1}))));
        edits.add(new Edit.Add(node, new Position(0, sources.size() * ROW)));
        sources.put(place, new PortRef(id, noise ? "noise" : "value"));
    }

    private static Settings shaped(Tensor value, Map<String, Value> more) {
        Map<String, Value> settings = new HashMap<>(more);
        settings.put("element", new Value.Text(value.element().toString()));
        settings.put("shape", numbers(value.dims()));
        return Settings.of(settings);
    }

    private static Value numbers(long[] numbers) {
        return new Value.Items(Arrays.stream(numbers)
                .<Value>mapToObj(number -> new Value.Real(number))
                .toList());
    }

    private void addModels() {
        int row = 0;
        for (int i = 0; i < merged.models().size(); i++) {
            MergeNode model = merged.models().get(i);
            Node node = new Node(model.id(), MergeNode.KIND, model.chosen());
            edits.add(new Edit.Add(node, new Position(COLUMN, row * ROW)));
            connect(model, merged.common().branches().get(i));
            for (MergeNode.Tap tap : model.taps()) {
                addOutput(model, tap, row++);
            }
        }
    }

    private void connect(MergeNode model, Branch branch) {
        for (Inspection.Value input : model.whole().inspect().inputs()) {
            Optional.ofNullable(sources.get(Sample.place(branch, input.name())))
                    .ifPresent(source -> edits.add(new Edit.Connect(source, new PortRef(model.id(), input.name()))));
        }
    }

    private void addOutput(MergeNode model, MergeNode.Tap tap, int row) {
        String name = model.taps().size() == 1 ? model.id().name() + " result" : tap.port();
        NodeId id = names.titled(name);
        edits.add(new Edit.Add(new Node(id, "output", Settings.NONE), new Position(2 * COLUMN, row * ROW)));
        edits.add(new Edit.Connect(new PortRef(model.id(), tap.port()), new PortRef(id, "value")));
    }
}
