package dev.amalgam.desk.merge;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.OneRun;
import dev.amalgam.desk.cost.CostBook;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.bottom.BottomSearch;
import dev.amalgam.onnx.bottom.Common;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.onnx.bottom.Participant;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the common bottom of models on the canvas and puts it in the place of theirs. Reads weights and runs models, so not for
 * the window's own thread.
 */
public final class Merging {
    private final Worker worker;
    private final Path scratch;

    /** @param scratch where models are put for the worker meanwhile */
    public Merging(Worker worker, Path scratch) {
        this.worker = worker;
        this.scratch = scratch;
    }

    /** Those of the nodes that are models, in their order on the canvas. @throws KindException where a file cannot be read */
    public static List<MergeNode> models(Typing typing, Collection<NodeId> nodes) throws KindException {
        List<MergeNode> models = new ArrayList<>();
        for (NodeId id : typing.graph().order()) {
            if (nodes.contains(id)) {
                MergeNode.of(typing, id).ifPresent(models::add);
            }
        }
        return models;
    }

    /**
     * Searches what models have in common.
     *
     * @param graph where they are, which says what feeds them
     * @param tolerance how far weights may lie apart that are taken for one; 0 for equal to the last bit
     * @throws OnnxException where a model cannot be cut
     */
    public static Common search(List<MergeNode> models, Amalgamation graph, double tolerance) throws OnnxException {
        List<Participant> participants = new ArrayList<>();
        for (MergeNode model : models) {
            participants.add(model.participant(graph));
        }
        return BottomSearch.search(participants, tolerance);
    }

    /**
     * Runs the models by themselves and joined over one bottom, on the same sample, and compares what they give.
     *
     * @throws RunException where nothing can be run
     * @throws IOException where models cannot be joined, or written for the worker
     */
    public MergeProof prove(CommonBottom found, Stop stop) throws RunException, IOException {
        return new Prover(new OneRun(worker, scratch, stop)).prove(found);
    }

    /** How many multiply-adds the bottom takes on a sample; empty where the runtime does not tell. */
    public OptionalLong multiplyAdds(CommonBottom found, Sample sample) {
        Map<String, TensorType> inputs = new HashMap<>();
        found.bottom()
                .inspect()
                .inputs()
                .forEach(input -> Optional.ofNullable(sample.values().get(input.name()))
                        .ifPresent(value -> inputs.put(input.name(), value.type())));
        try {
            return new CostBook(worker, scratch).cost(found.bottom(), inputs).multiplyAdds();
        } catch (RunException | IOException e) {
            return OptionalLong.empty();
        }
    }
}
