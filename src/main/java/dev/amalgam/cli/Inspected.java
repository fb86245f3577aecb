package dev.amalgam.cli;

import dev.amalgam.kind.model.Guess;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is inside a model, as JSON for scripts and as a table for people. */
final class Inspected {
    private Inspected() {}

    /** {@code {"file","irVersion","opset",…,"taps":[{"tensor","operator","type","representation"}]}}. */
    static Map<String, Object> json(OnnxModel model, Map<String, TensorType> types) {
        Inspection inside = model.inspect();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", Path.of(model.origin()).getFileName().toString());
        json.put("sha256", model.sha256());
        json.put("producer", inside.producer());
        json.put("irVersion", inside.irVersion());
        json.put("opset", inside.opset());
        json.put("parameters", inside.parameters());
        json.put("weightBytes", inside.weightBytes());
        json.put("operators", inside.operators());
        json.put(
                "inputs",
                inside.inputs().stream().map(value -> value(value, types)).toList());
        json.put(
                "outputs",
                inside.outputs().stream().map(value -> value(value, types)).toList());
        json.put("metadata", inside.metadata());
        json.put("taps", taps(model, types));
        return json;
    }

    private static Map<String, Object> value(Inspection.Value value, Map<String, TensorType> types) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", value.name());
        json.put("type", type(value.name(), value.type(), types).orElse(value.typeText()));
        return json;
    }

    private static List<Object> taps(OnnxModel model, Map<String, TensorType> types) {
        Guess guess = new Guess(model);
        List<Object> taps = new ArrayList<>();
        for (Inspection.Interior tensor : model.inspect().interior()) {
            Optional<TensorType> known =
                    Optional.ofNullable(types.get(tensor.tensor())).or(tensor::type);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("tensor", tensor.tensor());
            json.put("operator", tensor.operator());
            json.put("type", known.map(TensorType::toString).orElse("?"));
            json.put(
                    "representation",
                    known.map(type ->
                                    guess.representation(tensor.tensor(), type).toString())
                            .orElse("?"));
            taps.add(json);
        }
        return taps;
    }

    private static Optional<String> type(String name, Optional<TensorType> said, Map<String, TensorType> types) {
        return Optional.ofNullable(types.get(name)).or(() -> said).map(TensorType::toString);
    }

    /** The same for people. */
    static String text(Map<String, Object> json) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("fact", "value"));
        json.forEach((name, value) -> {
            String text = value instanceof Map<?, ?> map ? entries(map) : value.toString();
            if (!(value instanceof List) && !text.isEmpty()) {
                rows.add(List.of(name, text));
            }
        });
        return Lines.table(rows) + "\n\n" + rows("input", json.get("inputs")) + "\n\n"
                + rows("output", json.get("outputs")) + "\n\n" + rows("tap", json.get("taps")) + "\n";
    }

    /** {@code Clip 27, Conv 27}; the empty domain of operators is ONNX itself. */
    private static String entries(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry ->
                        (entry.getKey().toString().isEmpty() ? "ai.onnx" : entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String rows(String heading, @Nullable Object items) {
        List<List<String>> rows = new ArrayList<>();
        for (Object item : (List<?>) Objects.requireNonNull(items)) {
            List<String> cells = new ArrayList<>();
            ((Map<?, ?>) item).forEach((name, value) -> cells.add(value.toString()));
            rows.add(cells);
        }
        int columns = rows.isEmpty() ? 1 : rows.getFirst().size();
        List<String> first = new ArrayList<>(Collections.nCopies(columns, ""));
        first.set(0, heading);
        rows.addFirst(first);
        return Lines.table(rows);
    }
}
