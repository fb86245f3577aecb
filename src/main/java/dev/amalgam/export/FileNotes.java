package dev.amalgam.export;

import dev.amalgam.compile.Joined;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an exported model says of itself, in its metadata: what it is made of, what its outputs mean, and its project. */
final class FileNotes {
    /** Its files: name, version, SHA-256, licence and producer where they are known, and the nodes that they are for. */
    static final String MADE_OF = "amalgam.made-of";

    /** Type and representation of each output. */
    static final String OUTPUTS = "amalgam.outputs";

    /** The amalgamation itself, see {@link dev.amalgam.project.PackedProject}. */
    static final String PROJECT = "amalgam.project";

    /** Where the components of the project are in the model, see {@link Manifest}. */
    static final String PARTS = "amalgam.parts";

    private FileNotes() {}

    /** The model with its notes. @throws KindException where a file of the amalgamation cannot be read */
    static OnnxModel on(Typing typing, Joined joined, ExportOptions options) throws KindException, OnnxException {
        SortedMap<String, String> notes = new TreeMap<>();
        notes.put(MADE_OF, JsonText.print(madeOf(typing, joined)));
        notes.put(OUTPUTS, JsonText.print(outputs(typing)));
        if (options.project()) {
            Packing packing = new Packing(typing, joined);
            notes.put(PROJECT, packing.project().print());
            notes.put(PARTS, JsonText.print(packing.manifest().tree()));
        }
        return joined.model().noted(notes);
    }

    /** Each file once, whatever number of nodes it is for. */
    private static List<Object> madeOf(Typing typing, Joined joined) throws KindException {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        Map<String, List<String>> nodes = new HashMap<>();
        for (Ingredient ingredient : Ingredient.of(typing)) {
            if (joined.nodes().contains(ingredient.node())) {
                String sha256 = typing.components().sha256(ingredient.file());
                List<String> users = nodes.computeIfAbsent(sha256, _ -> new ArrayList<>());
                if (!users.contains(ingredient.node().name())) {
                    users.add(ingredient.node().name());
                }
                if (!all.containsKey(sha256)) {
                    all.put(sha256, madeOf(ingredient, sha256, typing.components()));
                    all.get(sha256).put("nodes", users);
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static Map<String, Object> madeOf(Ingredient ingredient, String sha256, Components components)
            throws KindException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("component", ingredient.name());
        if (!ingredient.file().version().isEmpty()) {
            json.put("version", ingredient.file().version());
        }
        json.put("sha256", sha256);
        if (ingredient.isModel()) {
            Inspection model = components.model(ingredient.file()).inspect();
            licence(model).ifPresent(licence -> json.put("licence", licence));
            if (!model.producer().isEmpty()) {
                json.put("producer", model.producer());
            }
        }
        return json;
    }

    private static Optional<String> licence(Inspection model) {
        return model.metadata().entrySet().stream()
                .filter(note -> note.getKey().toLowerCase(Locale.ROOT).matches("(model[_.-])?licen[cs]es?"))
                .map(Map.Entry::getValue)
                .filter(licence -> !licence.isBlank())
                .findFirst();
    }

    private static Map<String, Object> outputs(Typing typing) {
        Map<String, Object> outputs = new TreeMap<>();
        for (Regions.Result result : new Regions(typing).results()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("type", result.type().type().toString());
            json.put("representation", result.type().representation().toString());
            outputs.put(result.node().name(), json);
        }
        return outputs;
    }
}
