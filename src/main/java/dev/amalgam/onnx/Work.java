package dev.amalgam.onnx;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a model has to compute: the multiply-adds of its operators, for inputs of one size.
 *
 * @param operators the operators of the top graph, each after what it reads
 */
public record Work(List<Operator> operators) {
    public Work {
        operators = List.copyOf(operators);
    }

    /**
     * One operator.
     *
     * @param type such as {@code Conv}
     * @param name its name in the model, often empty
     * @param makes the tensors that it makes, at least one
     * @param reads the tensors that it reads, those that graphs inside it use too
     * @param multiplyAdds how often it multiplies two values and adds the product to a sum; empty where a size that it depends
     *     on is not known, or no formula for it is
     */
    public record Operator(
            String type, String name, List<String> makes, List<String> reads, OptionalLong multiplyAdds) {
        public Operator {
            makes = List.copyOf(makes);
            reads = List.copyOf(reads);
        }
    }

    /** The sum over all operators; empty where that of one is not known, so that no number says less than there is. */
    public OptionalLong multiplyAdds() {
        boolean known =
                operators.stream().allMatch(operator -> operator.multiplyAdds().isPresent());
        return known
                ? OptionalLong.of(operators.stream()
                        .mapToLong(operator -> operator.multiplyAdds().orElse(0))
                        .reduce(0, Size::plus))
                : OptionalLong.empty();
    }
}
