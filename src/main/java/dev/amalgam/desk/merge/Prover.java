package dev.amalgam.desk.merge;

import dev.amalgam.desk.OneRun;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.run.RunException;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs models by themselves and joined over one bottom, and holds the results against each other. */
final class Prover {
    private final OneRun run;

    Prover(OneRun run) {
        this.run = run;
    }

    /**
     * Proves it on the first sample that all models take.
     *
     * @throws RunException where the joined model cannot be run
     * @throws IOException where models cannot be joined, or written for the worker
     */
    MergeProof prove(CommonBottom common) throws RunException, IOException {
        String why = "no values can be made up for what they take";
        for (Sample sample : Sample.of(common)) {
            Map<String, Tensor> apart;
            try {
                apart = apart(common, sample);
            } catch (RunException e) {
                why = String.valueOf(e.getMessage());
                continue;
            }
            OnnxModel joined = Joined.of(common, sample, apart);
            return new MergeProof(compare(common, apart, run.of(joined, sample.values())), sample, "");
        }
        return new MergeProof(List.of(), new Sample(Map.of()), why);
    }

    private Map<String, Tensor> apart(CommonBottom common, Sample sample) throws RunException, IOException {
        Map<String, Tensor> values = new TreeMap<>();
        for (Branch branch : common.branches()) {
            run.of(branch.of().model(), sample.of(branch))
                    .forEach((output, value) -> values.put(Joined.output(branch, output), value));
        }
        return values;
    }

    private static List<MergeProof.Result> compare(
            CommonBottom common, Map<String, Tensor> apart, Map<String, Tensor> joined) {
        List<MergeProof.Result> results = new ArrayList<>();
        for (Branch branch : common.branches()) {
            for (Inspection.Value output : branch.of().model().inspect().outputs()) {
                String name = Joined.output(branch, output.name());
                Optional<Tensor> before = Optional.ofNullable(apart.get(name));
                Optional<Tensor> now = Optional.ofNullable(joined.get(name));
                if (before.isPresent() && now.isPresent()) {
                    Deviation deviation = Deviation.between(before.get(), now.get());
                    results.add(new MergeProof.Result(branch.of().name(), output.name(), deviation));
                }
            }
        }
        return results;
    }
}
