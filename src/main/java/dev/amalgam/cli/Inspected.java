package dev.amalgam.cli;

import dev.amalgam.desk.explain.Explanation;
import dev.amalgam.desk.explain.LiveMemory;
import dev.amalgam.kind.model.Guess;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.Obstacle;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Provenance;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is inside a model, as JSON for scripts and as a table for people. */
final class Inspected {
    private Inspected() {}

    /**
     * {@code {"file","sha256","licence","origin","producer",…,"multiplyAdds","activations":{…},"openSizes":{…},"obstacles":[…],
     * "taps":[{"tensor","operator","type","representation"}]}}; what is not known is left out.
     */
    static Map<String, Object> json(Explanation told) throws IOException {
        OnnxModel model = told.model();
        Inspection inside = model.inspect();
        Map<String, TensorType> types = told.types();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", Path.of(model.origin()).getFileName().toString());
        json.put("sha256", model.sha256());
        json.put("fileBytes", Files.size(Path.of(model.origin())));
        provenance(told.provenance(), json);
        json.put("irVersion", inside.irVersion());
        json.put("opset", inside.opset());
        json.put("parameters", inside.parameters());
        json.put("weightBytes", inside.weightBytes());
        told.multiplyAdds().ifPresent(count -> json.put("multiplyAdds", count));
        told.memory().ifPresent(memory -> json.put("activations", activations(memory)));
        if (!told.tried().isEmpty() && !told.open().isEmpty()) {
            json.put("for", names(told.tried()));
        }
        json.put("operators", inside.operators());
        json.put("openSizes", told.open());
        json.put("obstacles", told.obstacles().stream().map(Inspected::obstacle).toList());
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

    private static void provenance(Provenance said, Map<String, Object> json) {
        said.licence().ifPresent(licence -> json.put("licence", licence));
        if (!said.origin().isEmpty()) {
            json.put("origin", said.origin());
        }
        json.put("producer", said.producer().orElse(""));
        said.domain().ifPresent(domain -> json.put("domain", domain));
        if (said.version() != 0) {
            json.put("version", said.version());
        }
        said.description().ifPresent(words -> json.put("description", words));
    }

    private static Map<String, Object> activations(LiveMemory memory) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bytes", memory.bytes());
        json.put("at", memory.at());
        return json;
    }

    private static Map<String, Object> names(Map<String, TensorType> types) {
        Map<String, Object> json = new LinkedHashMap<>();
        types.forEach((name, type) -> json.put(name, type.toString()));
        return json;
    }

    private static Map<String, Object> obstacle(Obstacle obstacle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("against", obstacle.against().name().toLowerCase(Locale.ROOT));
        json.put("where", obstacle.where());
        json.put("message", obstacle.why());
        json.put("remedy", obstacle.remedy());
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
        return Lines.table(rows) + "\n\n" + against((List<?>) Objects.requireNonNull(json.get("obstacles"))) + "\n\n"
                + rows("input", json.get("inputs")) + "\n\n" + rows("output", json.get("outputs")) + "\n\n"
                + rows("tap", json.get("taps")) + "\n";
    }

    private static String against(List<?> obstacles) {
        if (obstacles.isEmpty()) {
            return "Nothing stands against joining, running or exporting it.";
        }
        return obstacles.stream()
                .map(item -> (Map<?, ?>) item)
                .map(one -> "Against " + one.get("against") + ": " + one.get("where") + ": "
                        + Lines.sentence(String.valueOf(one.get("message"))) + " "
                        + Lines.sentence(String.valueOf(one.get("remedy"))))
                .collect(Collectors.joining("\n"));
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
