package dev.amalgam.desk.numerics;

import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Work;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds the operator at which something odd begins by halving: each run asks only for what flows across one place of the model, so
 * that a model of a thousand operators takes ten runs, and none holds more than that. In a process of its own. Not for the
 * window's own thread.
 */
public final class OriginSearch {
    private static final Set<ElementType> FLOATING =
            EnumSet.of(ElementType.FLOAT16, ElementType.FLOAT32, ElementType.FLOAT64);

    private final WorkerSettings settings;
    private final RunOptions options;
    private final Path folder;
    private final Stop stop;
    private int runs;

    /**
     * @param settings of the process
     * @param folder where models are put meanwhile
     * @param stop ends the search
     */
    public OriginSearch(WorkerSettings settings, RunOptions options, Path folder, Stop stop) {
        this.settings = settings;
        this.options = options;
        this.folder = folder;
        this.stop = stop;
    }

    /**
     * Searches.
     *
     * @param model gives the odd value
     * @param feeds the values of its inputs
     * @param output which of its outputs is odd
     * @throws RunException where the model cannot be run, or the search is stopped
     * @throws IOException where there is no room for parts of the model
     */
    public Origin find(Symptom symptom, OnnxModel model, Map<String, Tensor> feeds, String output)
            throws RunException, IOException {
        for (Map.Entry<String, Tensor> feed : feeds.entrySet()) {
            if (symptom.shows(feed.getValue())) {
                return new Origin.Input(feed.getKey());
            }
        }
        List<Work.Operator> operators = model.work(Map.of()).operators();
        Chain chain = new Chain(operators, feeds.keySet(), output);
        if (chain.length() == 0) {
            throw new RunException("It is made of weights alone, and is the same whatever flows in.");
        }
        try (Worker worker = Worker.start(settings)) {
            Set<String> readable = readable(model, feeds, worker);
            int clean = 0;
            int odd = chain.length();
            while (odd - clean > 1) {
                int middle = (clean + odd) / 2;
                Set<String> between = chain.between(middle);
                between.retainAll(readable);
                if (!between.isEmpty() && isOdd(symptom, run(worker, model.cut(between), feeds, between))) {
                    odd = middle;
                } else {
                    clean = middle;
                }
            }
            return told(chain.after(odd - 1), operators, chain.between(odd));
        }
    }

    /** How many runs it took so far. */
    public int runs() {
        return runs;
    }

    private static Origin told(Work.Operator first, List<Work.Operator> operators, Set<String> needed) {
        String tensor = first.makes().stream()
                .filter(needed::contains)
                .findFirst()
                .orElse(first.makes().getFirst());
        String name = first.name().isEmpty() ? tensor : first.name();
        return new Origin.Operator(
                first.type(), own(name), own(tensor), operators.indexOf(first) + 1, operators.size());
    }

    /** As the component calls it: without the scope that lowering puts before. */
    private static String own(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static boolean isOdd(Symptom symptom, Map<String, Tensor> values) {
        return symptom.spreads()
                ? values.values().stream().anyMatch(symptom::shows)
                : values.values().stream().allMatch(symptom::shows);
    }

    /** The tensors inside that hold numbers with a fraction. */
    private Set<String> readable(OnnxModel model, Map<String, Tensor> feeds, Worker worker)
            throws RunException, IOException {
        Map<String, TensorType> sizes = new HashMap<>();
        feeds.forEach((name, value) -> sizes.put(name, value.type()));
        return InnerTypes.of(model.fed(sizes), worker, folder).entrySet().stream()
                .filter(type -> type.getValue().element() instanceof ElementType element && FLOATING.contains(element))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Tensor> run(Worker worker, OnnxModel part, Map<String, Tensor> feeds, Set<String> outputs)
            throws RunException, IOException {
        Path path = folder.resolve(UUID.randomUUID() + ".part.onnx");
        try {
            part.write(path);
            Map<String, Tensor> needed = new HashMap<>(feeds);
            needed.keySet()
                    .retainAll(part.inspect().inputs().stream()
                            .map(input -> input.name())
                            .collect(Collectors.toSet()));
            List<OpenModel.Frame> answers = new ArrayList<>(1);
            worker.open(path, outputs, options).run(List.of(needed).iterator(), answers::add, stop);
            runs++;
            if (answers.isEmpty()) {
                throw new RunException("The run was stopped.");
            }
            OpenModel.Frame answer = answers.getFirst();
            if (answer.failure().isPresent()) {
                throw new RunException(answer.failure().get().sentence());
            }
            return answer.values();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
