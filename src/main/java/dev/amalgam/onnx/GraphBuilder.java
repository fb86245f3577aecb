package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds one ONNX model out of operators and whole models. Equal calls give equal bytes; equal weights are stored once; what
 * no output needs is left out. Operators are written as of opset {@value #OPSET} (ai.onnx.ml {@value #ML_OPSET}), or as of
 * their first opset where they are newer, and the file declares the lowest opset that holds all of them. Not for use by
 * several threads.
 */
public final class GraphBuilder {
    /** The opset that {@link Scope#op} speaks: attributes and inputs of an operator are as of this one. */
    public static final int OPSET = 18;

    /** The same for the domain {@code ai.onnx.ml}. */
    public static final int ML_OPSET = 3;

    private final String name;
    private final UniqueNames tensorNames = new UniqueNames();
    private final UniqueNames nodeNames = new UniqueNames();
    private final UniqueNames scopeNames = new UniqueNames();
    private final Map<String, ValueInfoProto> inputs = new LinkedHashMap<>();
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final WeightPool weights = new WeightPool();
    private final FunctionPool functions = new FunctionPool();
    private final SortedMap<String, String> metadata = new TreeMap<>();

    record Output(String token, ValueInfoProto declaration) {}

    /** @param name the name of the graph in the file */
    public GraphBuilder(String name) {
        this.name = name;
    }

    /**
     * Adds an input of exactly this name; named sizes of its type stay named in the file.
     *
     * @throws IllegalArgumentException where the name is taken or the element type is open
     */
    public Ref input(String inputName, TensorType type) {
        if (inputName.isEmpty() || declares(inputName)) {
            throw new IllegalArgumentException("the graph has an input or output '" + inputName + "' already");
        }
        String token = tensorNames.unique(inputName);
        inputs.put(token, Types.declare(inputName, type));
        return new Ref(this, token);
    }

    /**
     * Makes a tensor an output of exactly this name.
     *
     * @throws IllegalArgumentException where the name is taken, the element type is open or the tensor is another builder's
     */
    public void output(String outputName, Ref ref, TensorType type) {
        if (outputName.isEmpty() || declares(outputName)) {
            throw new IllegalArgumentException("the graph has an input or output '" + outputName + "' already");
        }
        outputs.put(outputName, new Output(token(ref), Types.declare(outputName, type)));
    }

    boolean declares(String wanted) {
        return outputs.containsKey(wanted)
                || inputs.values().stream().anyMatch(input -> input.getName().equals(wanted));
    }

    /** A scope at the top; a second one of the same name gets a number. */
    public Scope scope(String scopeName) {
        return new Scope(this, scopeNames.unique(scopeName));
    }

    /** Adds a note to the file; a later one under the same key replaces it. */
    public GraphBuilder metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /**
     * The model: what the outputs need, in topological order, under the lowest opset that holds all its operators. The builder
     * can be used further.
     *
     * @throws OnnxException OPSET where operators of joined models exclude each other
     * @throws IllegalStateException where there is no output
     */
    public OnnxModel build() throws OnnxException {
        return assemble(Form.INLINED).model();
    }

    /** As {@link #build}, with what the tensors are called in the model where it is inlined. */
    public Assembled assemble(Form form) throws OnnxException {
        if (outputs.isEmpty()) {
            throw new IllegalStateException("the graph " + name + " has no output");
        }
        return new Assembler(this).assemble(form);
    }

    String token(Ref ref) {
        if (ref == Ref.NONE || !ref.belongsTo(this)) {
            throw new IllegalArgumentException("the tensor " + ref + " does not belong to the graph " + name);
        }
        return ref.token();
    }

    Ref ref(String token) {
        return new Ref(this, token);
    }

    Ref weight(TensorProto weight, String wantedName) {
        return ref(weights.add(weight, () -> tensorNames.unique(wantedName)));
    }

    void add(NodeProto node, Dialect dialect) {
        entries.add(new Entry(node, dialect));
    }

    String name() {
        return name;
    }

    UniqueNames tensorNames() {
        return tensorNames;
    }

    UniqueNames nodeNames() {
        return nodeNames;
    }

    UniqueNames scopeNames() {
        return scopeNames;
    }

    FunctionPool functions() {
        return functions;
    }

    WeightPool weights() {
        return weights;
    }

    Map<String, ValueInfoProto> inputs() {
        return inputs;
    }

    Map<String, Output> outputs() {
        return outputs;
    }

    List<Entry> entries() {
        return entries;
    }

    SortedMap<String, String> metadata() {
        return metadata;
    }
}
