package dev.amalgam.desk.merge;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.onnx.bottom.CommonBottom;
import java.util.List;

/**
 * Models and what they have in common.
 *
 * @param models the models
 * @param common what was found, its branches in their order
 */
public record Merged(List<MergeNode> models, CommonBottom common) {
    public Merged {
        models = List.copyOf(models);
    }

    /**
     * What puts one bottom in the place of theirs, as one step. Each model becomes what it makes of it: its file stays as it is,
     * and its recipe gets one more step.
     */
    public Edit edit(Amalgamation graph) {
        return new MergeEdit(graph, models, common).edit();
    }
}
