package dev.amalgam.desk.inside;

import dev.amalgam.desk.numerics.Numbers;
import dev.amalgam.export.SeededInput;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.OperatorTime;
import dev.amalgam.run.Profile;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Asks the runtime what a tap costs and changes, on what flows into the component now or, where nothing does, on noise. What is
 * measured has a process of its own. Not for the window's own thread.
 */
public final class Probe {
    private static final int WARM_UPS = 3;
    private static final int RUNS = 15;

    /** What axes of unknown size become, the first one, which counts examples, apart. */
    private static final long OPEN_SIZE = 96;

    private static final long SEED = 7;

    private final Worker shared;
    private final WorkerSettings settings;
    private final RunOptions options;
    private final Path folder;

    /**
     * @param shared tells sizes; runs nothing for that
     * @param settings of the processes that measure
     * @param folder where models are put meanwhile
     */
    public Probe(Worker shared, WorkerSettings settings, RunOptions options, Path folder) {
        this.shared = shared;
        this.settings = settings;
        this.options = options;
        this.folder = folder;
    }

    /**
     * Values for all inputs of a model: what flows in, and noise for the others.
     *
     * @param types of its inputs, where its file does not say them
     * @throws RunException where an input takes what no noise can be made for
     */
    public static Map<String, Tensor> feeds(OnnxModel model, Map<String, TensorType> types, Map<String, Tensor> flowing)
            throws RunException {
        Map<String, Tensor> feeds = new TreeMap<>();
        for (Inspection.Value input : model.inspect().inputs()) {
            String name = input.name();
            TensorType type = types.getOrDefault(name, input.type().orElse(null));
            Optional<Tensor> value = Optional.ofNullable(flowing.get(name))
                    .or(() -> Optional.ofNullable(type).flatMap(known -> SeededInput.of(closed(known), SEED)));
            feeds.put(
                    name,
                    value.orElseThrow(() -> new RunException(
                            "No values can be made up for '" + name + "'. Connect that input first.")));
        }
        return feeds;
    }

    /** One example, and a modest size for what else is open. */
    private static TensorType closed(TensorType type) {
        List<Dim> dims = type.shape().dims();
        List<Dim> sizes = IntStream.range(0, dims.size())
                .mapToObj(
                        axis -> dims.get(axis).known().isPresent() ? dims.get(axis) : Dim.of(axis == 0 ? 1 : OPEN_SIZE))
                .toList();
        return new TensorType(type.element(), new Shape(type.shape().pack(), sizes));
    }

    /**
     * The types of all tensors inside for inputs of these sizes.
     *
     * @throws RunException where the runtime refuses the model
     * @throws IOException where there is no room for it
     */
    public Map<String, TensorType> sizes(OnnxModel model, Map<String, Tensor> feeds) throws RunException, IOException {
        Map<String, TensorType> types = new HashMap<>();
        feeds.forEach((name, value) -> types.put(name, value.type()));
        return InnerTypes.of(model.fed(types), shared, folder);
    }

    /**
     * Measures what a tap costs and what it changes.
     *
     * @param others what else the component gives
     * @throws RunException where it cannot be run, or {@code stop} ends it
     * @throws IOException where there is no room for parts of the model
     */
    public Exposure measure(
            Inside inside, String tensor, Collection<String> others, Map<String, Tensor> feeds, Stop stop)
            throws RunException, IOException {
        List<String> without = others.stream()
                .filter(other -> !other.equals(tensor))
                .distinct()
                .toList();
        List<String> with = new ArrayList<>(without);
        with.add(tensor);
        boolean needed = !without.isEmpty() && reaches(inside, without, tensor);
        try (Worker worker = Worker.start(settings)) {
            Measured reach = measure(worker, inside.model().cut(List.of(tensor)), feeds, stop);
            Measured after = measure(worker, inside.model().cut(with), feeds, stop);
            Measured before = needed ? measure(worker, inside.model().cut(without), feeds, stop) : after;
            return new Exposure(
                    reach.ms(),
                    before.ms(),
                    after.ms(),
                    needed,
                    before.operators(),
                    after.operators(),
                    largest(before.values(), after.values(), without));
        }
    }

    /** How far softmax(logits), or sigmoid(logits), is from the probabilities of the untouched model. */
    public double difference(Inside inside, LastActivation activation, Map<String, Tensor> feeds, Stop stop)
            throws RunException, IOException {
        try (Worker worker = Worker.start(settings)) {
            Tensor output = run(worker, inside.model().cut(List.of(activation.probabilities())), feeds, 1, stop)
                    .values()
                    .get(activation.probabilities());
            Tensor tap = run(worker, inside.model().cut(List.of(activation.logits())), feeds, 1, stop)
                    .values()
                    .get(activation.logits());
            if (output == null || tap == null) {
                throw new RunException("The run gave no values.");
            }
            double[] expected = numbers(output);
            double[] made = activation.apply(inside, numbers(tap), tap.dims());
            double largest = expected.length == made.length ? 0 : Double.POSITIVE_INFINITY;
            for (int i = 0; i < Math.min(expected.length, made.length); i++) {
                largest = Math.max(largest, Math.abs(expected[i] - made[i]));
            }
            return largest;
        }
    }

    private static boolean reaches(Inside inside, List<String> outputs, String tensor) throws IOException {
        return inside.model().cut(outputs).structure().operators().stream()
                .anyMatch(operator -> operator.outputs().contains(tensor));
    }

    private record Measured(double ms, Map<String, Integer> operators, Map<String, Tensor> values) {}

    private Measured measure(Worker worker, OnnxModel model, Map<String, Tensor> feeds, Stop stop)
            throws RunException, IOException {
        Measured timed = run(worker, model, feeds, WARM_UPS + RUNS, stop);
        Path path = write(model);
        try {
            Profile profile = Profile.of(
                    new Profile.Request(path, needed(model, feeds), outputs(model), 1, 1),
                    worker,
                    options,
                    _ -> {},
                    stop);
            Map<String, Integer> operators = new TreeMap<>();
            for (OperatorTime operator : profile.operators()) {
                operators.merge(operator.type(), 1, Integer::sum);
            }
            return new Measured(timed.ms(), operators, timed.values());
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private Measured run(Worker worker, OnnxModel model, Map<String, Tensor> feeds, int times, Stop stop)
            throws RunException, IOException {
        Path path = write(model);
        try {
            List<OpenModel.Frame> frames = new ArrayList<>();
            worker.open(path, outputs(model), options)
                    .run(Collections.nCopies(times, needed(model, feeds)).iterator(), frames::add, stop);
            if (frames.isEmpty()) {
                throw new RunException("The run was stopped.");
            }
            OpenModel.Frame last = frames.getLast();
            if (last.failure().isPresent()) {
                throw new RunException(last.failure().get().sentence());
            }
            double[] ms = frames.stream()
                    .skip(Math.min(WARM_UPS, frames.size() - 1L))
                    .mapToDouble(OpenModel.Frame::ms)
                    .sorted()
                    .toArray();
            return new Measured(ms[ms.length / 2], Map.of(), last.values());
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private Path write(OnnxModel model) throws IOException {
        Path path = folder.resolve(UUID.randomUUID() + ".probe.onnx");
        model.write(path);
        return path;
    }

    private static Set<String> outputs(OnnxModel model) {
        return Set.copyOf(
                model.inspect().outputs().stream().map(Inspection.Value::name).toList());
    }

    private static Map<String, Tensor> needed(OnnxModel model, Map<String, Tensor> feeds) {
        Map<String, Tensor> needed = new HashMap<>(feeds);
        needed.keySet()
                .retainAll(model.inspect().inputs().stream()
                        .map(Inspection.Value::name)
                        .toList());
        return needed;
    }

    private static double largest(Map<String, Tensor> before, Map<String, Tensor> after, List<String> outputs) {
        double largest = 0;
        for (String output : outputs) {
            Tensor a = before.get(output);
            Tensor b = after.get(output);
            if (a != null && b != null && Numbers.of(a).isPresent()) {
                double[] one = numbers(a);
                double[] other = numbers(b);
                for (int i = 0; i < Math.min(one.length, other.length); i++) {
                    largest = Math.max(largest, Math.abs(one[i] - other[i]));
                }
            }
        }
        return largest;
    }

    private static double[] numbers(Tensor tensor) {
        Numbers numbers = Numbers.of(tensor).orElseThrow();
        return IntStream.range(0, numbers.size()).mapToDouble(numbers::at).toArray();
    }
}
