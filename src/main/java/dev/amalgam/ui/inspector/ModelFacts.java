package dev.amalgam.ui.inspector;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.SampleSizes;
import dev.amalgam.desk.explain.LiveMemory;
import dev.amalgam.desk.explain.OpenSizes;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.Obstacle;
import dev.amalgam.onnx.Obstacles;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Provenance;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a model file says of itself, for people.
 *
 * @param facts in the order they are shown
 * @param obstacles what stands against joining, running or exporting it
 */
record ModelFacts(SequencedMap<String, String> facts, List<Obstacle> obstacles) {
    private static final int SHOWN_OF_HASH = 8;

    /** Reads the file, so not on the UI thread. */
    static ModelFacts of(FileRef file, Components components) throws KindException {
        OnnxModel read = components.model(file);
        Inspection model = read.inspect();
        Provenance from = Provenance.of(read);
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.get("facts.file"), fileName(file));
        facts.put(Texts.get("facts.version"), version(file, components));
        facts.put(Texts.get("facts.opset"), model.opset().getOrDefault("", 0) + ", " + model.irVersion());
        facts.put(Texts.get("facts.weights"), Figures.bytes(model.weightBytes()));
        facts.put(Texts.get("facts.parameters"), Figures.count(model.parameters()));
        int operators =
                model.operators().values().stream().mapToInt(Integer::intValue).sum();
        facts.put(Texts.get("facts.operators"), Figures.count(operators));
        activations(read, components.types(file))
                .ifPresent(memory -> facts.put(Texts.get("facts.activations"), Figures.bytes(memory.bytes())));
        String open = String.join(", ", OpenSizes.of(model).keySet());
        if (!open.isEmpty()) {
            facts.put(Texts.get("facts.open"), open);
        }
        from.producer().ifPresent(producer -> facts.put(Texts.get("facts.producer"), producer));
        from.origin().forEach(facts::put);
        facts.put(Texts.get("facts.licence"), from.licence().orElse(Texts.get("inspector.no-licence")));
        return new ModelFacts(facts, Obstacles.of(read));
    }

    /** For one example, where the sizes of all other axes are known. */
    private static Optional<LiveMemory> activations(OnnxModel model, Map<String, TensorType> types) {
        List<TensorType> inputs = model.inspect().inputs().stream()
                .flatMap(input -> Optional.ofNullable(types.get(input.name())).stream())
                .toList();
        Map<String, TensorType> sized = SampleSizes.forOneExample(types, inputs);
        return LiveMemory.of(model, model.work(sized), sized);
    }

    private static String fileName(FileRef file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static String version(FileRef file, Components components) throws KindException {
        String hash = components.sha256(file).substring(0, SHOWN_OF_HASH);
        return file.version().isEmpty() ? hash : file.version() + ", " + hash;
    }
}
