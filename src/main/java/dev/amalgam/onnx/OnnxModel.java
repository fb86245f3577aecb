package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * An ONNX model, immutable and checked: what is read here has passed the {@link Limits} and reads no file that it must
 * not. Weights are slices of the mapped file; models cut from it share them. Safe for use by several threads.
 */
public final class OnnxModel {
    /** Bytes of weights that one file holds at most: protobuf counts in an int. */
    public static final long MOST_INSIDE = 1_900_000_000;

    private final ModelProto proto;
    private final List<NodeProto> ordered;
    private final String origin;
    private final Optional<Path> file;
    private final WeightHashes hashes;
    private final Supplier<Inspection> inspection;
    private final Supplier<String> sha256;
    private final Supplier<Map<String, TensorProto>> weights;

    OnnxModel(ModelProto proto, String origin, Optional<Path> file, Optional<ByteBuffer> bytes, WeightHashes hashes)
            throws OnnxException {
        this.proto = proto;
        this.origin = origin;
        this.file = file;
        this.hashes = hashes;
        this.ordered = NodeOrder.topological(proto.getGraph().getNodeList(), origin);
        this.inspection = Lazy.of(() -> new Inspector(proto).inspect(ordered));
        this.sha256 = Lazy.of(() -> bytes.map(Hash::sha256).orElseGet(() -> Hash.sha256(proto)));
        this.weights = Lazy.of(this::indexWeights);
    }

    /**
     * Reads and checks a model file within {@link Limits#DEFAULT}. The file is mapped, so it must not change while the
     * model is in use.
     *
     * @throws OnnxException for every way in which the file is not a model that may be used
     */
    public static OnnxModel read(Path file) throws OnnxException {
        return read(file, Limits.DEFAULT);
    }

    /** As {@link #read(Path)}, within other limits. */
    public static OnnxModel read(Path file, Limits limits) throws OnnxException {
        return new Reader(file.toString(), limits).read(file);
    }

    /**
     * Reads and checks a model from memory, which must not change afterwards. Such a model cannot have weights in other
     * files.
     *
     * @param origin what to call it in messages
     */
    public static OnnxModel parse(ByteBuffer bytes, String origin) throws OnnxException {
        return new Reader(origin, Limits.DEFAULT).parse(bytes.slice(), Optional.empty());
    }

    /** Where the model is from, for messages: a path, or what it was cut or built from. */
    public String origin() {
        return origin;
    }

    /** The file, if the model was read from one. */
    public Optional<Path> file() {
        return file;
    }

    /** The SHA-256 of the file's bytes, or of {@link #toBytes} where there is no file; lower-case hexadecimal. */
    public String sha256() {
        return sha256.get();
    }

    /** What the model says of itself. */
    public Inspection inspect() {
        return inspection.get();
    }

    /**
     * A weight of the top graph: an initialiser or the value of a Constant node. Its bytes lie in the mapped file where they
     * are stored raw.
     *
     * @return empty where there is no such weight, or its element type is not known here
     */
    public Optional<Tensor> weight(String name) {
        return Optional.ofNullable(weights.get().get(name)).flatMap(Tensors::toTensor);
    }

    /** The names of all weights of the top graph. */
    public Set<String> weightNames() {
        return Collections.unmodifiableSet(weights.get().keySet());
    }

    private Map<String, TensorProto> indexWeights() {
        Map<String, TensorProto> byName = new HashMap<>();
        for (NodeProto node : proto.getGraph().getNodeList()) {
            Tensors.ofConstant(node).ifPresent(value -> byName.put(node.getOutput(0), value));
        }
        proto.getGraph().getInitializerList().forEach(weight -> byName.put(weight.getName(), weight));
        return byName;
    }

    /**
     * The part of this model that makes {@code taps}: they become its outputs, in this order; inputs, weights and functions
     * that they do not need are gone.
     *
     * @throws OnnxException UNKNOWN_TENSOR where a tap is not in the top graph, or none is given
     */
    public OnnxModel cut(Collection<String> taps) throws OnnxException {
        return cut(List.of(), taps);
    }

    /**
     * As {@link #cut(Collection)}, with tensors inside the model as inputs: what makes {@code from} is cut off. A tensor
     * whose type the file does not say becomes an input without type.
     */
    public OnnxModel cut(Collection<String> from, Collection<String> taps) throws OnnxException {
        ModelProto part = new Cutter(proto, origin).cut(from, taps);
        return with(part);
    }

    /**
     * A component that was joined into this model, as a model of its own under its own names.
     *
     * @param scope the name that stands before all names of the component here
     * @param inputs the component's inputs by their own names, with the tensors here that flow into them; none for those that
     *     the taps do not need
     * @param types the declared types of its inputs, where they are known
     * @param taps the component's tensors by their own names, with what they are called here; they become its outputs
     * @throws OnnxException UNKNOWN_TENSOR where a tensor is not in the top graph
     */
    public OnnxModel component(
            String scope, Map<String, Optional<String>> inputs, Map<String, TensorType> types, Map<String, String> taps)
            throws OnnxException {
        ModelProto part = new Extractor(ScopeFunctions.unfold(proto), origin, scope).extract(inputs, types, taps);
        return new OnnxModel(part, scope + " of " + origin, Optional.empty(), Optional.empty(), hashes);
    }

    /** This model with these notes in place of its own. */
    public OnnxModel noted(SortedMap<String, String> notes) throws OnnxException {
        ModelProto.Builder built = proto.toBuilder().clearMetadataProps();
        notes.forEach((key, value) -> built.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return new OnnxModel(built.build(), origin, Optional.empty(), Optional.empty(), hashes);
    }

    /** The name of a weight of the top graph that holds the same numbers, whatever its sizes; the first by name. */
    public Optional<String> weightLike(Tensor numbers) {
        return weights.get().entrySet().stream()
                .filter(weight ->
                        weight.getValue().getDataType() == numbers.element().code())
                .filter(weight ->
                        weight.getValue().getRawData().size() == numbers.bytes().remaining())
                .filter(weight ->
                        weight.getValue().getRawData().asReadOnlyByteBuffer().equals(numbers.bytes()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /**
     * This model with everything that an operator of the top graph makes as a further output, so that a runtime can type it, but
     * not run it: of large weights it only has the types, so that it is small whatever the model weighs. What may be nothing at
     * all is no tensor, and the Java side of the runtime then tells no type of any other.
     */
    public OnnxModel exposed() throws OnnxException {
        GraphProto graph = proto.getGraph();
        Set<String> outputs = new HashSet<>();
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));
        Map<String, ValueInfoProto> declared = new HashMap<>();
        graph.getValueInfoList().forEach(value -> declared.put(value.getName(), value));
        GraphProto.Builder more = graph.toBuilder();
        for (Inspection.Interior interior : inspect().interior()) {
            String name = interior.tensor();
            if (!interior.operator().equals("Optional") && outputs.add(name)) {
                more.addOutput(declared.getOrDefault(
                        name, ValueInfoProto.newBuilder().setName(name).build()));
            }
        }
        return with(proto.toBuilder().setGraph(Weightless.of(more)).build());
    }

    /**
     * This model for inputs of these types alone; others stay as they are. Sizes inside that depend on them can then be told
     * without running it.
     *
     * @param types by the names of inputs
     */
    public OnnxModel fed(Map<String, TensorType> types) throws OnnxException {
        GraphProto.Builder graph = proto.getGraph().toBuilder();
        for (int i = 0; i < graph.getInputCount(); i++) {
            TensorType type = types.get(graph.getInput(i).getName());
            if (type != null) {
                graph.setInput(i, Types.declare(graph.getInput(i).getName(), type));
            }
        }
        return with(proto.toBuilder().setGraph(graph).build());
    }

    /** The operators of the top graph and what joins them. Made anew each time: whoever shows it keeps it. */
    public Structure structure() {
        return StructureReader.of(proto.getGraph(), ordered);
    }

    /**
     * What this model has to compute.
     *
     * @param types of tensors inside, as a runtime tells them for inputs of the sizes in question; sizes of weights are known
     */
    public Work work(Map<String, TensorType> types) {
        return new Worksheet(proto, types).of(ordered);
    }

    /** Writes the file: a temporary one beside it, forced to disk, then moved over it in one step. */
    public void write(Path target) throws IOException {
        write(target, MOST_INSIDE, target.getFileName().toString());
    }

    /**
     * The same, with a say in where the weights go.
     *
     * @param mostInside bytes of weights from which on they go into a file beside {@code target}, named by what it holds
     * @param stem what the name of that file begins with
     * @return that file; empty where the weights are in the model
     */
    public Optional<Path> write(Path target, long mostInside, String stem) throws IOException {
        if (proto.getGraph().getInitializerList().stream()
                        .mapToLong(weight -> weight.getRawData().size())
                        .sum()
                <= mostInside) {
            Writer.write(proto, target, origin);
            return Optional.empty();
        }
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
        OutsideWeights.Moved moved = OutsideWeights.write(proto, folder, stem);
        Writer.write(moved.model(), target, origin);
        return Optional.of(moved.file());
    }

    /** The bytes that {@link #write} writes, equal for equal models. */
    public ByteBuffer toBytes() {
        return ByteBuffer.wrap(proto.toByteArray()).asReadOnlyBuffer();
    }

    /** A model made from this one, which shares its weights. */
    OnnxModel with(ModelProto changed) throws OnnxException {
        return new OnnxModel(changed, origin, Optional.empty(), Optional.empty(), hashes);
    }

    ModelProto proto() {
        return proto;
    }

    WeightHashes hashes() {
        return hashes;
    }

    /** The nodes of the top graph, each after what it reads. */
    List<NodeProto> ordered() {
        return ordered;
    }

    @Override
    public String toString() {
        return origin;
    }
}
