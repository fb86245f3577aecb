package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.List;
import java.util.Map;

/** Writes a model in a later operator set of ONNX; the sets of other domains stay. */
final class Raising {
    private Raising() {}

    static OnnxModel to(OnnxModel model, int version) throws OnnxException, SurgeryException {
        Workpiece piece = new Workpiece(model);
        int now = piece.dialect().version("");
        if (version < now) {
            throw new SurgeryException(
                    Workpiece.nameOf(model) + " is written in operator set " + now + ", and none goes back to "
                            + version,
                    "Choose " + now + " or a later one");
        }
        Upgrade upgrade = new Upgrade(Map.of("", version), model::weight, piece.tensorNames(), piece.nodeNames());
        List<NodeProto> raised = upgrade.upgrade(List.copyOf(piece.nodes()), piece.dialect());
        piece.nodes().clear();
        piece.nodes().addAll(raised);
        ModelProto.Builder proto = piece.proto();
        for (int i = 0; i < proto.getFunctionsCount(); i++) {
            proto.setFunctions(i, raised(proto.getFunctions(i), upgrade, piece.dialect(), version));
        }
        List<OperatorSetIdProto> sets = raised(proto.getOpsetImportList(), version);
        proto.clearOpsetImport().addAllOpsetImport(sets);
        OnnxModel done = piece.done();
        long format = Math.max(done.proto().getIrVersion(), IrVersion.needed(done.proto()));
        return done.with(done.proto().toBuilder().setIrVersion(format).build());
    }

    private static FunctionProto raised(FunctionProto function, Upgrade upgrade, Dialect around, int version)
            throws OnnxException {
        Dialect own = Dialect.of(function.getOpsetImportList(), around.floating(), around.origin());
        return function.toBuilder()
                .clearNode()
                .addAllNode(upgrade.upgrade(function.getNodeList(), own))
                .clearOpsetImport()
                .addAllOpsetImport(raised(function.getOpsetImportList(), version))
                .build();
    }

    private static List<OperatorSetIdProto> raised(List<OperatorSetIdProto> sets, int version) {
        return sets.stream()
                .map(set -> Tensors.isDefault(set.getDomain())
                        ? set.toBuilder().setVersion(version).build()
                        : set)
                .toList();
    }
}
