package dev.amalgam.desk.recipe;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.export.SeededInput;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Surgery;
import dev.amalgam.onnx.recipe.Answers;
import dev.amalgam.onnx.recipe.Edited;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.RecipeException;
import dev.amalgam.onnx.recipe.Step;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.ModelRun;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the steps of recipes and tells what they change. All of it waits for the runtime. */
public final class Workshop {
    private static final long SEED = 20;
    private static final int EXAMPLES = 4;
    private static final Set<String> PROVED = Set.of("batch", "int8");

    private final Answers answers;
    private final Runnable await;
    private final Worker worker;
    private final Path folder;

    /**
     * @param answers what a runtime tells
     * @param await waits until it has told all that it was asked
     * @param folder where models are put meanwhile
     */
    public Workshop(Answers answers, Runnable await, Worker worker, Path folder) {
        this.answers = answers;
        this.await = await;
        this.worker = worker;
        this.folder = folder;
    }

    /** The model after all steps. @throws RecipeException where one cannot be made */
    OnnxModel make(OnnxModel original, Recipe recipe) throws RecipeException {
        Edited made = recipe.apply(original, answers);
        for (int asked = 0; !made.complete() && asked < 2 * recipe.steps().size(); asked++) {
            await.run();
            made = recipe.apply(original, answers);
        }
        return made.model();
    }

    /** Whether a node is a model with a recipe. */
    public static boolean isEdited(TypedNode node) {
        return node.chosen().values().get(RecipeSetting.RECIPE.name()) instanceof Value.Items(List<Value> steps)
                && !steps.isEmpty();
    }

    /** Whether a step says what only running it can prove, or what rounds so much that nobody should go on without its measure. */
    public static boolean asksForProof(TypedNode node) {
        return isEdited(node)
                && node.chosen().rows(RecipeSetting.RECIPE).stream()
                        .map(step -> step.text(Setting.Steps.FORM))
                        .anyMatch(PROVED::contains);
    }

    /**
     * As {@link #measure(OnnxModel, Recipe)}, of a node that {@link #isEdited}.
     *
     * @throws KindException where a file cannot be read
     */
    public Measurement measure(TypedNode node, Components components)
            throws KindException, RecipeException, RunException, IOException {
        OnnxModel original = components.model(node.chosen().requiredFile("model"));
        return measure(original, RecipeSetting.read(node.chosen(), components));
    }

    /**
     * Makes the model and runs it against the original.
     *
     * @throws RecipeException where a step cannot be made
     * @throws RunException where the runtime refuses one of the models
     * @throws IOException where there is no room for temporary files
     */
    public Measurement measure(OnnxModel original, Recipe recipe) throws RecipeException, RunException, IOException {
        Optional<BatchProof> proof = proof(original, recipe);
        OnnxModel made = declared(make(original, recipe));
        boolean runs = proof.map(BatchProof::holds).orElse(true);
        return new Measurement(made, runs ? effect(original, made) : Optional.empty(), proof);
    }

    /** Of the model as it is after the step, since what follows may have its own reasons to differ. */
    private Optional<BatchProof> proof(OnnxModel original, Recipe recipe) throws RecipeException, IOException {
        for (Recipe part = recipe; !part.isEmpty(); part = part.withoutLast()) {
            if (part.steps().getLast() instanceof Step.Batch) {
                return prove(make(original, part));
            }
        }
        return Optional.empty();
    }

    /** The same model, with what the runtime says of the types of its inputs and outputs where it says none itself. */
    OnnxModel declared(OnnxModel model) throws OnnxException {
        answers.types(model);
        await.run();
        return Surgery.declared(model, answers.types(model).orElse(Map.of()));
    }

    /**
     * What differs, on the same noise; empty where the two do not take the same, or something that there is no noise for.
     *
     * @throws RunException where the runtime refuses one of them
     * @throws IOException where there is no room for temporary files
     */
    Optional<Effect> effect(OnnxModel before, OnnxModel after) throws RunException, IOException {
        // What was opened by a step still takes one example in the original.
        Optional<Map<String, Tensor>> noise = noise(before, EXAMPLES);
        if (!names(before).equals(names(after)) || noise.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<String, Tensor>> old = unlessRefused(before, noise.get());
        if (old.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Tensor> fresh = run(after, List.of(noise.get())).getFirst();
        return Optional.of(new Effect(
                Effect.differences(old.get(), fresh),
                before.inspect().weightBytes(),
                after.inspect().weightBytes()));
    }

    /** Not every model takes every size that it leaves open. */
    private Optional<Map<String, Tensor>> unlessRefused(OnnxModel model, Map<String, Tensor> inputs)
            throws IOException {
        try {
            return Optional.of(run(model, List.of(inputs)).getFirst());
        } catch (RunException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a model that takes any number of examples gives for 1, 2 and 3 of them what it gives for each alone; empty where
     * there is no noise for what it takes.
     *
     * @throws IOException where there is no room for temporary files
     */
    Optional<BatchProof> prove(OnnxModel model) throws IOException {
        int most = BatchProof.TRIED.getLast();
        Optional<Map<String, Tensor>> noise = noise(model, most);
        if (noise.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Tensor>> inputs = new ArrayList<>();
        BatchProof.TRIED.forEach(count -> inputs.add(BatchProof.first(noise.get(), count)));
        for (int i = 0; i < most; i++) {
            inputs.add(BatchProof.only(noise.get(), i));
        }
        try {
            List<Map<String, Tensor>> outputs = run(model, inputs);
            int tried = BatchProof.TRIED.size();
            return Optional.of(BatchProof.of(outputs.subList(0, tried), outputs.subList(tried, outputs.size())));
        } catch (RunException e) {
            return Optional.of(
                    new BatchProof(List.of(), String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
        }
    }

    private static List<String> names(OnnxModel model) {
        return model.inspect().inputs().stream().map(Inspection.Value::name).toList();
    }

    private List<Map<String, Tensor>> run(OnnxModel model, List<Map<String, Tensor>> inputs)
            throws RunException, IOException {
        return ModelRun.of(model, inputs, worker, folder, RunOptions.DEFAULT);
    }

    /** So many examples where the first size is open. */
    private static Optional<Map<String, Tensor>> noise(OnnxModel model, int examples) {
        Map<String, TensorType> types = new TreeMap<>();
        for (Inspection.Value input : model.inspect().inputs()) {
            if (input.type().isEmpty()) {
                return Optional.empty();
            }
            types.put(input.name(), sized(input.type().get(), examples));
        }
        return SeededInput.all(types, SEED);
    }

    private static TensorType sized(TensorType type, int examples) {
        List<Dim> dims = type.shape().dims();
        boolean open = type.shape().pack().isEmpty()
                && !dims.isEmpty()
                && dims.getFirst().known().isEmpty();
        return open
                ? new TensorType(
                        type.element(),
                        Shape.of(Stream.concat(
                                        Stream.of(Dim.of(examples)),
                                        dims.stream().skip(1))
                                .toList()))
                : type;
    }
}
