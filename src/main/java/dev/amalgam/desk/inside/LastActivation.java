package dev.amalgam.desk.inside;

import dev.amalgam.onnx.Structure.Operator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The activation that a model ends in: what it reads are logits, and what it makes are probabilities.
 *
 * @param place of the operator: a Softmax or a Sigmoid
 * @param logits the tensor that it reads
 * @param probabilities the tensor that it makes
 */
public record LastActivation(int place, String logits, String probabilities) {
    /** What may stand behind an activation: it only moves numbers about, or decides by them. */
    static final Set<String> MOVES =
            Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast", "Transpose", "Dropout");

    private static final Set<String> DECIDES = Set.of("ArgMax", "TopK");

    private static final Set<String> ACTIVATES = Set.of("Softmax", "Sigmoid");

    /** The activation of the first output that ends in one. */
    public static Optional<LastActivation> of(Inside inside) {
        return inside.outputs().stream()
                .flatMap(output -> behind(inside, output).stream())
                .findFirst();
    }

    private static Optional<LastActivation> behind(Inside inside, String output) {
        String tensor = output;
        OptionalInt maker = inside.maker(tensor);
        while (maker.isPresent()) {
            Operator operator = inside.operator(maker.getAsInt());
            if (ACTIVATES.contains(operator.type()) && operator.domain().isEmpty()) {
                return Optional.of(
                        new LastActivation(maker.getAsInt(), operator.inputs().getFirst(), tensor));
            }
            if (!MOVES.contains(operator.type()) && !DECIDES.contains(operator.type())) {
                return Optional.empty();
            }
            tensor = operator.inputs().getFirst();
            maker = inside.maker(tensor);
        }
        return Optional.empty();
    }

    /** What it makes of its logits, as the ONNX standard defines it, for values in row-major order. */
    public double[] apply(Inside inside, double[] values, long[] dims) {
        Operator operator = inside.operator(place);
        return operator.type().equals("Sigmoid") ? sigmoid(values) : softmax(values, Span.of(operator, inside, dims));
    }

    private static double[] sigmoid(double[] values) {
        double[] made = new double[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = 1 / (1 + Math.exp(-values[i]));
        }
        return made;
    }

    /** Which values make up one distribution: {@code count} of them, each {@code stride} behind the one before. */
    private record Span(int count, int stride) {
        /** Along one axis since opset 13; before, over that axis and all behind it. */
        static Span of(Operator operator, Inside inside, long[] dims) {
            boolean alone = inside.model().inspect().opset().getOrDefault("", 1) >= 13;
            String said = operator.attribute("axis");
            int axis = said.isEmpty() ? (alone ? -1 : 1) : Integer.parseInt(said);
            int from = axis < 0 ? axis + dims.length : axis;
            int behind = product(dims, alone ? from + 1 : dims.length);
            return new Span(alone ? (int) dims[from] : product(dims, from), behind);
        }

        private static int product(long[] dims, int from) {
            long product = 1;
            for (int axis = from; axis < dims.length; axis++) {
                product *= dims[axis];
            }
            return Math.toIntExact(product);
        }
    }

    private static double[] softmax(double[] values, Span span) {
        double[] made = new double[values.length];
        int block = span.count() * span.stride();
        for (int start = 0; start < values.length; start += block) {
            for (int inner = 0; inner < span.stride(); inner++) {
                distribute(values, made, start + inner, span);
            }
        }
        return made;
    }

    private static void distribute(double[] values, double[] made, int from, Span span) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < span.count(); i++) {
            most = Math.max(most, values[from + i * span.stride()]);
        }
        double sum = 0;
        for (int i = 0; i < span.count(); i++) {
            int at = from + i * span.stride();
            made[at] = Math.exp(values[at] - most);
            sum += made[at];
        }
        for (int i = 0; i < span.count(); i++) {
            made[from + i * span.stride()] /= sum;
        }
    }

    /** Where logits come from: the tensors behind operators that only move numbers about, the nearest first. */
    static List<String> unmoved(Inside inside, String tensor) {
        java.util.ArrayList<String> way = new java.util.ArrayList<>(List.of(tensor));
        OptionalInt maker = inside.maker(tensor);
        while (maker.isPresent()
                && MOVES.contains(inside.operator(maker.getAsInt()).type())) {
            way.add(inside.operator(maker.getAsInt()).inputs().getFirst());
            maker = inside.maker(way.getLast());
        }
        return way;
    }
}
