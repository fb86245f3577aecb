package dev.amalgam.onnx.recipe;

import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Surgery;
import dev.amalgam.onnx.SurgeryException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.Map;
import java.util.Optional;

/** Makes one step on one model. */
final class Making {
    private final OnnxModel model;
    private final Answers answers;
    private boolean complete = true;

    Making(OnnxModel model, Answers answers) {
        this.model = model;
        this.answers = answers;
    }

    Edited make(Step step) throws OnnxException, SurgeryException {
        OnnxModel made = made(step);
        return new Edited(made, complete);
    }

    private OnnxModel made(Step step) throws OnnxException, SurgeryException {
        return switch (step) {
            case Step.Cut cut -> cut(cut);
            case Step.Rename(Step.Named what, String old, String fresh) ->
                switch (what) {
                    case INPUT -> Surgery.renameInput(model, old, fresh);
                    case OUTPUT -> Surgery.renameOutput(model, old, fresh);
                    case SIZE -> Surgery.renameSize(model, old, fresh);
                };
            case Step.Delete(String tensor, String passed) -> Surgery.delete(model, tensor, passed);
            case Step.Insert it -> Surgery.insert(model, it.tensor(), it.operator(), it.more(), it.attributes());
            case Step.Replace it -> Surgery.replace(model, it.tensor(), it.operator(), it.reads(), it.attributes());
            case Step.Attribute(String tensor, String attribute, String value) ->
                Surgery.attribute(model, tensor, attribute, value);
            case Step.Fold _ -> fold();
            case Step.Tidy _ -> Surgery.tidy(model);
            case Step.Batch(String size) -> Surgery.openBatch(model, size);
            case Step.Opset(int version) -> Surgery.raise(model, version);
            case Step.Float16 _ -> Surgery.halve(model);
            case Step.Int8 _ -> Surgery.quantise(model);
            case Step.Head(String tensor, OnnxModel head, String input) ->
                Surgery.replaceHead(model, types(model), tensor, head, types(head), input);
        };
    }

    /** A tensor inside becomes an input with the type that it has there. */
    private OnnxModel cut(Step.Cut cut) throws OnnxException, SurgeryException {
        OnnxModel part = Surgery.cut(model, cut.from(), cut.to());
        boolean typed = part.inspect().inputs().stream()
                .allMatch(input -> input.type().isPresent() || !cut.from().contains(input.name()));
        return typed ? part : Surgery.declared(part, types(model));
    }

    private OnnxModel fold() throws OnnxException, SurgeryException {
        Optional<OnnxModel> part = Surgery.constants(model);
        if (part.isEmpty()) {
            return model;
        }
        Optional<Map<String, Tensor>> values = answers.constants(part.get());
        complete &= values.isPresent();
        return values.isPresent() ? Surgery.fold(model, values.get()) : model;
    }

    private Map<String, TensorType> types(OnnxModel of) {
        Optional<Map<String, TensorType>> types = answers.types(of);
        complete &= types.isPresent();
        return types.orElse(Map.of());
    }
}
