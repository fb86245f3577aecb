package dev.amalgam.ui.inspector;

import dev.amalgam.desk.Figures;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What a model file says of itself, for people. */
final class ModelFacts {
    private static final int SHOWN_OF_HASH = 8;

    private ModelFacts() {}

    /** Facts in the order they are shown. Reads the file, so not on the UI thread. */
    static SequencedMap<String, String> of(FileRef file, Components components) throws KindException {
        Inspection model = components.model(file).inspect();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Texts.get("facts.file"), fileName(file));
        facts.put(Texts.get("facts.version"), version(file, components));
        facts.put(Texts.get("facts.opset"), model.opset().getOrDefault("", 0) + ", " + model.irVersion());
        facts.put(Texts.get("facts.weights"), Figures.bytes(model.weightBytes()));
        facts.put(Texts.get("facts.parameters"), Figures.count(model.parameters()));
        int operators =
                model.operators().values().stream().mapToInt(Integer::intValue).sum();
        facts.put(Texts.get("facts.operators"), Figures.count(operators));
        facts.put(Texts.get("facts.licence"), licence(model).orElse(Texts.get("inspector.no-licence")));
        return facts;
    }

    private static String fileName(FileRef file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private static String version(FileRef file, Components components) throws KindException {
        String hash = components.sha256(file).substring(0, SHOWN_OF_HASH);
        return file.version().isEmpty() ? hash : file.version() + ", " + hash;
    }

    private static Optional<String> licence(Inspection model) {
        return model.metadata().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).matches(".*licen[cs]e.*"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
