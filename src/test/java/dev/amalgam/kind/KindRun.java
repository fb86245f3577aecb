package dev.amalgam.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One kind by itself: lowered into a graph of its own and run by the real runtime. Every run also checks that each declared
 * output is given and that what the runtime returns has the type that the signature says.
 */
public final class KindRun {
    private final Kind kind;
    private final TestFiles files = new TestFiles();
    private final Map<String, Tensor> inputs = new LinkedHashMap<>();
    private Settings settings = Settings.NONE;

    private KindRun(Kind kind) {
        this.kind = kind;
    }

    public static KindRun of(Kind kind) {
        return new KindRun(kind);
    }

    public KindRun set(String name, Value value) {
        settings = settings.with(name, value);
        return this;
    }

    public KindRun set(String name, String text) {
        return set(name, new Value.Text(text));
    }

    public KindRun set(String name, long number) {
        return set(name, new Value.Whole(number));
    }

    public KindRun set(String name, boolean on) {
        return set(name, new Value.Flag(on));
    }

    public KindRun numbers(String name, double... numbers) {
        return set(
                name,
                new Value.Items(
                        Arrays.stream(numbers).<Value>mapToObj(Value.Real::new).toList()));
    }

    /** Rows of a table, each as {@code column, value, column, value, …}. */
    public KindRun rows(String name, Object[]... rows) {
        return set(name, new Value.Items(Arrays.stream(rows).map(KindRun::row).toList()));
    }

    private static Value row(Object[] cells) {
        TreeMap<String, Value> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(
                    (String) cells[i],
                    switch (cells[i + 1]) {
                        case Value value -> value;
                        case Double number -> new Value.Real(number);
                        case Object text -> new Value.Text((String) text);
                    });
        }
        return new Value.Fields(row);
    }

    /** Puts a file beside the others and gives the reference to it. */
    public FileRef beside(String path, Object content) {
        files.put(path, content);
        return FileRef.unseen(path);
    }

    /** Chooses a file with this content: a {@link Tensor}, a list of labels or an {@link OnnxModel}. */
    public KindRun file(String name, Object content) {
        String path = name + (content instanceof OnnxModel ? ".onnx" : ".any");
        files.put(path, content);
        return set(name, FileRef.unseen(path));
    }

    public KindRun in(String port, Tensor value) {
        inputs.put(port, value);
        return this;
    }

    public Chosen chosen() throws KindException {
        return kind.schema().choose(settings);
    }

    public View view() throws KindException {
        return kind.view(chosen(), files);
    }

    /** The signature for inputs of the types given so far. */
    public Signature signature() throws KindException {
        Map<String, TensorType> types = new LinkedHashMap<>();
        inputs.forEach((port, value) -> types.put(port, value.type()));
        return kind.signature(chosen(), files, types);
    }

    /** The signature while nothing is connected. */
    public Signature bareSignature() throws KindException {
        return kind.signature(chosen(), files);
    }

    /** The types of all outputs, as typing finds them for the inputs given so far. */
    public Map<String, TensorType> types() throws KindException {
        return types(signature());
    }

    private Map<String, TensorType> types(Signature signature) {
        Unifier unifier = new Unifier();
        inputs.forEach((port, value) -> assertThat(
                        unifier.unify(signature.input(port).orElseThrow().type(), value.type()))
                .as("input " + port)
                .isEmpty());
        Map<String, TensorType> types = new LinkedHashMap<>();
        signature.outputs().forEach(output -> types.put(output.name(), unifier.resolve(output.type())));
        return types;
    }

    /** The output of that name. */
    public Tensor run(String output) throws KindException {
        return Optional.ofNullable(run().get(output)).orElseThrow();
    }

    /** All outputs. */
    public Map<String, Tensor> run() throws KindException {
        Signature signature = signature();
        Map<String, TensorType> types = types(signature);
        Map<String, Tensor> fed = new LinkedHashMap<>(inputs);
        GraphBuilder builder = new GraphBuilder(kind.name());
        Map<String, Ref> refs = new LinkedHashMap<>();
        inputs.forEach((port, value) -> refs.put(port, builder.input(port, open(signature, port, value))));
        Optional<Ref> feed = Optional.empty();
        if (kind.feed(chosen()).orElse(null) instanceof Feed.Constant(Tensor value)) {
            feed = Optional.of(builder.input("feed", value.type()));
            fed.put("feed", value);
        }
        Map<String, TensorType> inputTypes = new LinkedHashMap<>();
        inputs.forEach((port, value) -> inputTypes.put(port, value.type()));
        Map<String, Ref> dials = new LinkedHashMap<>();
        kind.dials(chosen(), files).forEach((name, number) -> {
            dials.put(name, builder.input("dial." + name, number.type()));
            fed.put("dial." + name, number);
        });
        Lowering lowering =
                new Lowering(builder.scope(kind.name()), chosen(), files, refs, inputTypes, types, feed, dials);
        kind.lower(lowering);
        assertThat(lowering.outputs().keySet()).containsExactlyInAnyOrderElementsOf(types.keySet());
        // Their order of appearance in the file is that of the signature.
        List.copyOf(types.keySet())
                .forEach(port -> builder.output(
                        "out " + port,
                        Optional.ofNullable(lowering.outputs().get(port)).orElseThrow(),
                        types.get(port)));
        return checked(types, RealRuntime.run(build(builder), fed, prefixed(types)));
    }

    /** As open as the signature leaves it, so that the lowering cannot rely on the sizes at hand. */
    private static TensorType open(Signature signature, String port, Tensor value) {
        return new TensorType(
                value.element(), signature.input(port).orElseThrow().type().shape());
    }

    private static Set<String> prefixed(Map<String, TensorType> types) {
        Set<String> names = new LinkedHashSet<>();
        types.keySet().forEach(port -> names.add("out " + port));
        return names;
    }

    private static Map<String, Tensor> checked(Map<String, TensorType> types, Map<String, Tensor> values) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        types.forEach((port, type) -> {
            Tensor value = Optional.ofNullable(values.get("out " + port)).orElseThrow();
            assertThat(new Unifier().unify(type, value.type()))
                    .as("output " + port + ": declared " + type + ", returned " + value.type())
                    .isEmpty();
            outputs.put(port, value);
        });
        return outputs;
    }

    private static OnnxModel build(GraphBuilder builder) {
        try {
            return builder.build();
        } catch (OnnxException e) {
            throw new AssertionError(e);
        }
    }
}
