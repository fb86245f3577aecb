package dev.amalgam.desk.explain;

import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Work;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.TensorType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The memory that the tensors of a model need while it runs operator by operator: at each of them, what was made and is still
 * to be read. Weights do not count.
 *
 * @param bytes the largest sum
 * @param at the tensor that is made when it is reached
 */
public record LiveMemory(long bytes, String at) {
    /**
     * The largest sum over a run.
     *
     * @param types of all tensors of the top graph, for inputs of the sizes in question
     * @return empty where a size is not known
     */
    public static Optional<LiveMemory> of(OnnxModel model, Work work, Map<String, TensorType> types) {
        Map<String, Integer> lastRead = new HashMap<>();
        List<Work.Operator> operators = work.operators();
        for (int i = 0; i < operators.size(); i++) {
            for (String read : operators.get(i).reads()) {
                lastRead.put(read, i);
            }
        }
        model.inspect().outputs().forEach(output -> lastRead.put(output.name(), Integer.MAX_VALUE));
        Set<String> live = new HashSet<>();
        model.inspect().inputs().stream().map(Inspection.Value::name).forEach(live::add);
        LiveMemory most = new LiveMemory(0, "");
        for (int i = 0; i < operators.size(); i++) {
            List<String> made = operators.get(i).makes().stream()
                    .filter(tensor -> !model.weightNames().contains(tensor))
                    .toList();
            live.addAll(made);
            OptionalLong now = sum(live, types);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            if (!made.isEmpty() && now.getAsLong() > most.bytes()) {
                most = new LiveMemory(now.getAsLong(), made.getFirst());
            }
            int at = i;
            live.removeIf(tensor -> lastRead.getOrDefault(tensor, at) <= at);
        }
        return Optional.of(most);
    }

    private static OptionalLong sum(Set<String> live, Map<String, TensorType> types) {
        long sum = 0;
        for (String tensor : live) {
            OptionalLong bytes = Optional.ofNullable(types.get(tensor))
                    .map(LiveMemory::bytes)
                    .orElse(OptionalLong.empty());
            if (bytes.isEmpty()) {
                return bytes;
            }
            sum += bytes.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    private static OptionalLong bytes(TensorType type) {
        OptionalLong elements = type.shape().pack().isPresent()
                ? OptionalLong.empty()
                : type.shape().elements();
        return elements.isPresent() && type.element() instanceof ElementType element && element != ElementType.STRING
                ? OptionalLong.of(element.bytes(elements.getAsLong()))
                : OptionalLong.empty();
    }
}
