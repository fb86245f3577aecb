package dev.amalgam.desk;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.input.ReelState;
import dev.amalgam.desk.values.Embeddings;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.desk.values.Thumbnail;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the embeddings that a document gives while it runs, apart for each model that gives them. Works on a thread of its
 * own; where results come faster than they are kept, only the newest are.
 */
public final class SeenEmbeddings implements AutoCloseable {
    /** More rows than that are a table, not the embedding of something that was looked at. */
    private static final int MOST_ROWS = 16;

    private record Results(Typing typing, LiveState live) {}

    private final Document document;
    private final LiveInputs inputs;
    private final Embeddings embeddings = new Embeddings();
    private final AtomicReference<@Nullable Results> newest = new AtomicReference<>();
    private final Listeners<Results> listeners = new Listeners<>();
    private final Subscription results;
    /** One thread, that is there only while there is something to keep; what comes after the end is dropped. */
    private final ExecutorService keeping = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("embeddings").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    SeenEmbeddings(Document document, LiveInputs inputs, LiveSession live) {
        this.document = document;
        this.inputs = inputs;
        this.results = live.onChange(this::changed);
    }

    private void changed(LiveState live) {
        Document.State state = document.state();
        // Only what belongs to the types at hand: results of another revision are the past.
        if (live.isSettled() && live.revision() == state.revision().number()) {
            newest.set(new Results(state.typing(), live));
            keeping.execute(() -> Optional.ofNullable(newest.getAndSet(null)).ifPresent(this::keep));
        }
    }

    /** Calls {@code listener} after embeddings were seen, on a thread of its own. */
    public Subscription onChange(Runnable listener) {
        return listeners.add(_ -> listener.run());
    }

    private void keep(Results found) {
        ContentKeys models = ContentKeys.ofModels(found.typing());
        for (TypedNode typed : found.typing().ordered()) {
            NodeState state = found.live().node(typed.id());
            if (state.status() == Status.FRESH || state.status() == Status.CACHED) {
                state.outputs().forEach((name, value) -> {
                    PortRef port = new PortRef(typed.id(), name);
                    models.port(port)
                            .filter(_ -> isEmbedding(found.typing(), port, value))
                            .ifPresent(model -> keep(model, found, typed.id(), value));
                });
            }
        }
        listeners.tell(found);
    }

    private static boolean isEmbedding(Typing typing, PortRef port, Tensor value) {
        long[] dims = value.dims();
        boolean vectors = value.element() == ElementType.FLOAT32 && dims.length == 2 && dims[0] <= MOST_ROWS;
        return vectors
                && dims[1] > 1
                && typing.output(port)
                        .map(type -> type.representation().form())
                        .filter(form -> form == Form.EMBEDDING || form == Form.DENSE)
                        .isPresent();
    }

    private void keep(String model, Results found, NodeId node, Tensor value) {
        long[] dims = value.dims();
        List<TypedNode> sources = found.typing().graph().upstream(node).stream()
                .flatMap(id -> found.typing().node(id).stream())
                .filter(TypedNode::isFed)
                .toList();
        String label = sources.stream().findFirst().map(this::label).orElse("");
        Optional<Tensor> picture = sources.stream()
                .flatMap(source -> found.live().node(source.id()).reading().stream())
                .filter(Reading.Picture.class::isInstance)
                .findFirst()
                .map(reading -> Thumbnail.of(((Reading.Picture) reading).pixels()));
        FloatBuffer values = value.floats();
        for (int row = 0; row < dims[0]; row++) {
            float[] vector = new float[(int) dims[1]];
            values.get(row * vector.length, vector);
            if (isFinite(vector)) {
                embeddings.add(model, new Seen(dims[0] > 1 ? label + " " + (row + 1) : label, picture, vector));
            }
        }
    }

    private static boolean isFinite(float[] vector) {
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The name of the picture that flows in, or of the file; its own name where there is neither. */
    private String label(TypedNode source) {
        return inputs.state(source.id()).map(ReelState::picture).orElseGet(() -> file(source));
    }

    private static String file(TypedNode source) {
        return source.chosen().values().values().stream()
                .filter(FileRef.class::isInstance)
                .map(file -> ((FileRef) file).path())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .findFirst()
                .orElse(source.id().name());
    }

    /** What was seen at an output by the model that is above it now, in that order; none where it is no embedding. */
    public List<Seen> at(Typing typing, PortRef port) {
        return ContentKeys.ofModels(typing).port(port).map(embeddings::of).orElse(List.of());
    }

    @Override
    public void close() {
        results.close();
        keeping.shutdown();
    }
}
