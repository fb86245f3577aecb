package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Taps.Tap;
import dev.amalgam.kind.model.Guess;
import dev.amalgam.onnx.Structure.Operator;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes the taps of a shared bottom: the probabilities and logits that a model ends in, the embedding that its last layer
 * reads, and the encoding that this is pooled from. What a model does not have is left out.
 */
public final class Suggestions {
    /** The learned layer before the logits; adding a bias belongs to it. */
    private static final Set<String> LINEAR =
            Set.of("Gemm", "MatMul", "Conv", "QGemm", "MatMulInteger", "QLinearMatMul");

    private static final int DEEPEST = 12;

    private final Inside inside;
    private final Map<String, TensorType> types;
    private final Guess guess;

    private Suggestions(Inside inside, Map<String, TensorType> types) {
        this.inside = inside;
        this.types = types;
        this.guess = new Guess(inside.model());
    }

    /**
     * The taps to propose, from the encoding to the probabilities.
     *
     * @param types of the tensors inside, as the runtime tells them
     */
    public static List<Tap> of(Inside inside, Map<String, TensorType> types) {
        return new Suggestions(inside, types).all();
    }

    private List<Tap> all() {
        Optional<LastActivation> activation = LastActivation.of(inside);
        Optional<String> logits = activation.map(LastActivation::logits).or(this::plainLogits);
        Optional<String> embedding = logits.flatMap(this::embedding).or(() -> output(Form.EMBEDDING));
        Optional<String> encoding =
                embedding.or(() -> logits).flatMap(this::encoding).or(() -> output(Form.ENCODING));
        List<Tap> taps = new ArrayList<>();
        encoding.ifPresent(it -> taps.add(tap(it, "encoding", Representation.ENCODING)));
        embedding.ifPresent(it -> taps.add(tap(it, "embedding", Representation.EMBEDDING)));
        logits.ifPresent(it -> taps.add(tap(it, "logits", Representation.LOGITS)));
        activation.ifPresent(it -> taps.add(tap(it.probabilities(), "soft", soft(it))));
        return taps;
    }

    private static Tap tap(String tensor, String port, Representation meaning) {
        return new Tap(tensor, port, Optional.of(meaning));
    }

    private Representation soft(LastActivation activation) {
        return inside.operator(activation.place()).type().equals("Sigmoid")
                ? Representation.SOFT_INDEPENDENT
                : Representation.SOFT;
    }

    /** Of models that leave the activation out. */
    private Optional<String> plainLogits() {
        return output(Form.LOGITS);
    }

    private Optional<String> output(Form form) {
        return inside.outputs().stream().filter(name -> is(name, form)).findFirst();
    }

    private boolean is(String tensor, Form form) {
        TensorType type = types.get(tensor);
        return type != null && guess.representation(tensor, type).form() == form;
    }

    /** What the layer reads that makes the logits: the data, not its weights. */
    private Optional<String> embedding(String logits) {
        String tensor = LastActivation.unmoved(inside, logits).getLast();
        for (int step = 0; step < DEEPEST && inside.maker(tensor).isPresent(); step++) {
            Operator maker = inside.operator(inside.maker(tensor).getAsInt());
            Optional<String> data = data(maker).findFirst();
            if (data.isEmpty()) {
                return Optional.empty();
            }
            if (LINEAR.contains(maker.type())) {
                return data.filter(it -> is(it, Form.EMBEDDING) || isVector(it));
            }
            tensor = data.get();
        }
        return Optional.empty();
    }

    private boolean isVector(String tensor) {
        TensorType type = types.get(tensor);
        return type != null
                && type.shape().dims().size() >= 2
                && type.shape().dims().stream()
                        .skip(2)
                        .allMatch(size -> size.known().orElse(0) == 1);
    }

    /** What an operator reads of what flows through the model. */
    private Stream<String> data(Operator operator) {
        return operator.inputs().stream()
                .filter(name -> !name.isEmpty() && !inside.structure().weights().containsKey(name));
    }

    /** The nearest tensor above with a place or a time in it. */
    private Optional<String> encoding(String from) {
        List<String> level = List.of(from);
        Set<String> met = new HashSet<>();
        for (int step = 0; step < DEEPEST && !level.isEmpty(); step++) {
            List<String> above = level.stream()
                    .flatMap(tensor -> inside.maker(tensor).stream().boxed())
                    .flatMap(maker -> data(inside.operator(maker)))
                    .filter(met::add)
                    .toList();
            Optional<String> found =
                    above.stream().filter(tensor -> is(tensor, Form.ENCODING)).findFirst();
            if (found.isPresent()) {
                return found;
            }
            level = above;
        }
        return Optional.empty();
    }
}
