package dev.amalgam.export;

import dev.amalgam.export.Parity.Compared;
import dev.amalgam.project.JsonText;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.SafeFile;
import dev.amalgam.project.Sha256;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was proved of an exported file, as the JSON text {@code PATH.parity.json} beside it: the file's hash, the inputs used,
 * how far each output lay from the node-by-node run, the tolerance of each type, and the runtime. The seeded trial keeps its
 * expected outputs, so that anybody can prove it again with nothing but the two files.
 *
 * @param sha256 of the model's bytes
 * @param runtime that both runs used
 * @param verdict over all trials
 * @param seeded what can be proved again; empty where an input's type has no noise or the outputs are too large to keep
 * @param tree the whole text as plain data
 */
public record Certificate(
        String sha256, String runtime, Verdict verdict, Optional<SeededTrial> seeded, Map<?, ?> tree) {
    private static final long VERSION = 1;
    private static final String WEIGHTS = "weights";
    private static final String WEIGHTS_SHA256 = "weightsSha256";
    private static final long MOST_BYTES = 16 << 20;

    /** The trial on noise: inputs come from the seed, expected outputs from the certificate. */
    record SeededTrial(long seed, Trial trial) {}

    /** What a trial came to. */
    record Proved(Trial trial, Map<String, Compared> outputs, Optional<Long> seed) {
        Verdict verdict() {
            return outputs.values().stream()
                    .map(output -> Verdict.of(output.difference()))
                    .reduce(Verdict.EQUAL, Verdict::and);
        }
    }

    /** The certificate's place beside a model. */
    public static Path pathFor(Path model) {
        return model.resolveSibling(model.getFileName() + ".parity.json");
    }

    /** The certificate of a model that will be known by another name than it has while it is being proved. */
    static Certificate of(
            Path proved, Path model, Optional<Path> weights, String runtime, String device, List<Proved> trials)
            throws IOException {
        Verdict verdict = trials.stream().map(Proved::verdict).reduce(Verdict.EQUAL, Verdict::and);
        String sha256 = Sha256.of(proved).hex();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("certificate", VERSION);
        tree.put("model", model.getFileName().toString());
        tree.put("sha256", sha256);
        tree.put("bytes", Files.size(proved));
        if (weights.isPresent()) {
            tree.put(WEIGHTS, weights.get().getFileName().toString());
            tree.put(WEIGHTS_SHA256, Sha256.of(weights.get()).hex());
        }
        tree.put("runtime", runtime);
        tree.put("device", device);
        tree.put("tolerance", tolerances());
        tree.put("verdict", verdict.words());
        tree.put("trials", trials.stream().map(Certificate::json).toList());
        Optional<SeededTrial> seeded = trials.stream()
                .filter(trial -> trial.seed().isPresent())
                .map(trial -> new SeededTrial(trial.seed().get(), trial.trial()))
                .findFirst();
        return new Certificate(sha256, runtime, verdict, seeded, tree);
    }

    private static Map<String, Object> tolerances() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (ElementType type :
                List.of(ElementType.FLOAT64, ElementType.FLOAT32, ElementType.FLOAT16, ElementType.BFLOAT16)) {
            Tolerance room = Tolerance.of(type);
            json.put(type.toString(), Map.of("absolute", room.absolute(), "relative", room.relative()));
        }
        json.put("others", "exact");
        return json;
    }

    private static Map<String, Object> json(Proved proved) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", proved.trial().name());
        proved.seed().ifPresent(seed -> json.put("seed", seed));
        List<Object> inputs = new ArrayList<>();
        proved.trial().inputs().forEach((name, tensor) -> inputs.add(named(name, tensor)));
        json.put("inputs", inputs);
        List<Object> outputs = new ArrayList<>();
        proved.outputs().forEach((name, output) -> outputs.add(output(proved, name, output)));
        json.put("outputs", outputs);
        return json;
    }

    private static Map<String, Object> named(String name, Tensor tensor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("type", tensor.type().toString());
        json.put("sha256", tensor.sha256());
        return json;
    }

    private static Map<String, Object> output(Proved proved, String name, Compared output) {
        Map<String, Object> json = named(name, output.actual());
        json.put("maxAbsoluteDifference", output.difference().maxAbsolute());
        json.put("maxUlpDifference", output.difference().maxUlp());
        json.put("verdict", Verdict.of(output.difference()).words());
        if (!output.difference().why().isEmpty()) {
            json.put("why", output.difference().why());
        }
        if (proved.seed().isPresent()) {
            json.put("expected", TensorJson.write(proved.trial().output(name)));
        }
        return json;
    }

    /** The file beside the model that has its weights, where there is one, and its hash. */
    Optional<Map.Entry<String, String>> weights() {
        Tree text = new Tree(tree);
        return text.find(WEIGHTS, String.class).map(file -> Map.entry(file, text.text(WEIGHTS_SHA256)));
    }

    /** Writes the text. @throws ProjectException where that fails */
    void write(Path file) throws ProjectException {
        SafeFile.write(file, JsonText.print(tree).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a certificate.
     *
     * @throws ProjectException where it is missing, too large, no JSON, or no certificate
     */
    static Certificate read(Path file) throws ProjectException {
        String name = file.getFileName().toString();
        try {
            return parsed(Tree.of(JsonText.parse(text(file), name)), name);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ProjectException("not-a-certificate", name + " is not a certificate of parity", "Export again");
        }
    }

    private static Certificate parsed(Tree tree, String name) throws ProjectException {
        if (tree.get("certificate", Long.class) != VERSION) {
            throw new ProjectException(
                    "newer-certificate",
                    name + " is a certificate of another version than " + VERSION,
                    "Verify it with the Amalgam that made it, or export again");
        }
        Verdict verdict = Verdict.of(tree.text("verdict"));
        return new Certificate(tree.text("sha256"), tree.text("runtime"), verdict, seeded(tree), tree.fields());
    }

    private static String text(Path file) throws ProjectException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ProjectException(
                        "too-large", file.getFileName() + " is too large for a certificate", "Export again");
            }
            return Files.readString(file);
        } catch (IOException e) {
            if (e instanceof ProjectException already) {
                throw already;
            }
            throw new ProjectException(
                    "missing-file",
                    "The certificate '" + file + "' cannot be read",
                    "Keep it beside the model, or export again");
        }
    }

    private static Optional<SeededTrial> seeded(Tree tree) {
        return tree.trees("trials").stream()
                .filter(trial -> trial.find("seed", Long.class).isPresent())
                .findFirst()
                .map(trial -> seeded(trial.get("seed", Long.class), trial));
    }

    private static SeededTrial seeded(long seed, Tree trial) {
        Map<String, TensorType> types = new TreeMap<>();
        trial.trees("inputs").forEach(input -> types.put(input.text("name"), TensorType.parse(input.text("type"))));
        Map<String, Tensor> expected = new TreeMap<>();
        trial.trees("outputs")
                .forEach(output ->
                        expected.put(output.text("name"), TensorJson.read(Tree.of(output.get("expected", Map.class)))));
        Map<String, Tensor> noise = SeededInput.all(types, seed).orElseThrow(IllegalArgumentException::new);
        return new SeededTrial(seed, Trial.of("seeded", noise, expected));
    }
}
