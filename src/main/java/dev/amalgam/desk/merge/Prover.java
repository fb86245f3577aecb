package dev.amalgam.desk.merge;

import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.run.OpenModel;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs models by themselves and joined over one bottom, and holds the results against each other. */
final class Prover {
    private final Worker worker;
    private final Path folder;
    private final Stop stop;

    /** @param folder where models are put meanwhile */
    Prover(Worker worker, Path folder, Stop stop) {
        this.worker = worker;
        this.folder = folder;
        this.stop = stop;
    }

    /**
     * Proves it on the first sample that all models take.
     *
     * @throws RunException where nothing can be run
     * @throws IOException where models cannot be joined, or written for the worker
     */
    MergeProof prove(CommonBottom common) throws RunException, IOException {
        String why = "no values can be made up for what they take";
        for (Sample sample : Sample.of(common)) {
            Answer apart = apart(common, sample);
            if (apart.why().isEmpty()) {
                OnnxModel joined = Joined.of(common, sample, apart.values());
                return new MergeProof(compare(common, apart, run(joined, sample.values())), sample, "");
            }
            why = apart.why().get();
        }
        return new MergeProof(List.of(), new Sample(Map.of()), why);
    }

    /** What a run gave, or why it gave nothing. */
    private record Answer(Map<String, Tensor> values, Optional<String> why) {}

    private Answer apart(CommonBottom common, Sample sample) throws RunException, IOException {
        Map<String, Tensor> values = new TreeMap<>();
        for (Branch branch : common.branches()) {
            Answer one = run(branch.of().model(), sample.of(branch));
            if (one.why().isPresent()) {
                return one;
            }
            one.values().forEach((output, value) -> values.put(Joined.output(branch, output), value));
        }
        return new Answer(values, Optional.empty());
    }

    private Answer run(OnnxModel model, Map<String, Tensor> inputs) throws RunException, IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".onnx");
        Set<String> outputs =
                model.inspect().outputs().stream().map(Inspection.Value::name).collect(Collectors.toSet());
        RunOptions options = RunOptions.DEFAULT.withOptimisation(Optimisation.NONE);
        List<OpenModel.Frame> frames = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            model.write(file);
            worker.open(file, outputs, options).run(List.of(inputs).iterator(), frames::add, stop);
        } finally {
            Files.deleteIfExists(file);
        }
        OpenModel.Frame frame = frames.getFirst();
        return new Answer(frame.values(), frame.failure().map(failure -> failure.sentence()));
    }

    private static List<MergeProof.Result> compare(CommonBottom common, Answer apart, Answer joined)
            throws RunException {
        if (joined.why().isPresent()) {
            throw new RunException(joined.why().get());
        }
        List<MergeProof.Result> results = new ArrayList<>();
        for (Branch branch : common.branches()) {
            for (Inspection.Value output : branch.of().model().inspect().outputs()) {
                String name = Joined.output(branch, output.name());
                Optional<Tensor> before = Optional.ofNullable(apart.values().get(name));
                Optional<Tensor> now = Optional.ofNullable(joined.values().get(name));
                if (before.isPresent() && now.isPresent()) {
                    Deviation deviation = Deviation.between(before.get(), now.get());
                    results.add(new MergeProof.Result(branch.of().name(), output.name(), deviation));
                }
            }
        }
        return results;
    }
}
