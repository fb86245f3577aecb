package dev.amalgam.desk.merge;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.bottom.CommonBottom;
import java.util.List;
import java.util.Map;

/**
 * Several models made one bottom and what each makes of it.
 *
 * @param models the models
 * @param common what was found
 * @param rests by model, the file of what it makes of the bottom, where it makes anything
 */
public record Merged(List<MergeNode> models, CommonBottom common, Map<NodeId, FileRef> rests) {
    public Merged {
        models = List.copyOf(models);
        rests = Map.copyOf(rests);
    }

    /** What puts it on the canvas in the place of the models, as one step. */
    public Edit edit(Amalgamation graph) {
        return new MergeEdit(graph, models, common, rests).edit();
    }
}
