package dev.amalgam.compile;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A small kind for tests that counts how often it was asked for its signature. */
final class TestKind implements Kind {
    interface Signs {
        Signature signature(Chosen settings, Components components) throws KindException;
    }

    interface Lowers {
        void lower(Lowering lowering) throws KindException;
    }

    interface Feeds {
        Optional<Feed> feed(Chosen settings);
    }

    private static final Lowers RELU = l -> l.out("y", l.scope().op("Relu", l.in("x")));
    private static final Lowers FED = l -> l.out("value", l.feed());
    private static final Feeds NOTHING = _ -> Optional.empty();

    private final String name;
    private final Schema schema;
    private final Signs signs;
    private final Lowers lowers;
    private final Feeds feeds;
    private final AtomicInteger calls = new AtomicInteger();

    private TestKind(String name, Schema schema, Signs signs, Lowers lowers, Feeds feeds) {
        this.name = name;
        this.schema = schema;
        this.signs = signs;
        this.lowers = lowers;
        this.feeds = feeds;
    }

    /** {@code -> value: uint8[H,W,3]}, fed from a picture. */
    static TestKind photo() {
        return new TestKind(
                "photo",
                Schema.of(setting("file", new Setting.File(List.of("png"), false))),
                (_, _) -> Signature.builder()
                        .out("value", "uint8[H,W,3]", Representation.RAW)
                        .build(),
                FED,
                settings -> Optional.of(
                        settings.file("file").<Feed>map(Feed.ImageFile::new).orElseGet(Feed.Unset::new)));
    }

    /** {@code -> value: float32[rows,width]}, fed from nowhere yet; 0 rows are an open number of them. */
    static TestKind vector() {
        return new TestKind(
                "vector",
                Schema.of(
                        setting("rows", new Setting.Whole(0, 9, 0)),
                        setting("width", new Setting.Whole(1, Long.MAX_VALUE, 4)),
                        setting("is", new Setting.Text("embedding"))),
                (settings, _) -> Signature.builder()
                        .out(
                                "value",
                                new TensorType(ElementType.FLOAT32, Shape.of(List.of(rows(settings), width(settings)))),
                                Representation.parse(settings.text("is")).orElseThrow())
                        .build(),
                FED,
                _ -> Optional.of(new Feed.Unset()));
    }

    private static Dim rows(Chosen settings) {
        return settings.whole("rows") == 0 ? Dim.named("N") : Dim.of(settings.whole("rows"));
    }

    private static Dim width(Chosen settings) {
        return Dim.of(settings.whole("width"));
    }

    /** {@code x: T[…,D] -> y: T[…,D]} of the same meaning; the sharpness is only there to be set. */
    static TestKind relu() {
        return new TestKind(
                "relu",
                Schema.of(setting("sharpness", new Setting.Real(0, 1, 0.5))),
                (_, _) -> Signature.builder()
                        .in("x", "float32[...B,D]")
                        .out("y", "float32[...B,D]", new Meaning.SameAs("x"))
                        .build(),
                RELU,
                NOTHING);
    }

    /** {@code a: [N,A], b: [N,B] -> y: [N,A+B]}. */
    static TestKind join() {
        return new TestKind(
                "join",
                Schema.NONE,
                (_, _) -> Signature.builder()
                        .in("a", "float32[N,A]")
                        .in("b", "float32[N,B]")
                        .out("y", "float32[N,A+B]", Representation.DENSE)
                        .build(),
                l -> l.out("y", l.scope().op("Concat", Attributes.of("axis", 1), l.in("a"), l.in("b"))),
                NOTHING);
    }

    /** {@code x: [N,K], logits only -> y: [N,K]}. */
    static TestKind softmax() {
        return new TestKind(
                "softmax",
                Schema.NONE,
                (_, _) -> Signature.builder()
                        .in("x", "float32[N,K]", Form.LOGITS)
                        .out("y", "float32[N,K]", Representation.SOFT)
                        .build(),
                l -> l.out("y", l.scope().op("Softmax", l.in("x"))),
                NOTHING);
    }

    /** {@code x: [N,4] -> y: [N,4]}, with weights from a file. */
    static TestKind weighted() {
        return new TestKind(
                "weighted",
                Schema.of(setting("file", new Setting.File(List.of("npy"), true))),
                (settings, components) -> {
                    components.sha256(settings.requiredFile("file"));
                    return Signature.builder()
                            .in("x", "float32[N,4]")
                            .out("y", "float32[N,4]", new Meaning.SameAs("x"))
                            .build();
                },
                l -> l.out("y", l.scope().op("Add", l.in("x"), l.scope().constant(Tensor.floats(new long[] {1}, 1)))),
                NOTHING);
    }

    /** {@code x?: float32[?] -> y: float32[?], z: T[?]}, of which nothing is known, as of a model not looked into yet. */
    static TestKind mystery() {
        return new TestKind(
                "mystery",
                Schema.NONE,
                (_, _) -> Signature.builder()
                        .optional("x", "float32[?]")
                        .out("y", "float32[?]", Representation.RAW)
                        .out("z", "T[?]", Representation.RAW)
                        .build(),
                RELU,
                NOTHING);
    }

    /** {@code value: T[…] ->}, a result. */
    static TestKind output() {
        return new TestKind(
                "output",
                Schema.NONE,
                (_, _) -> Signature.builder().in("value", "T[...S]").build(),
                _ -> {},
                NOTHING);
    }

    private static Setting setting(String name, Setting.Field field) {
        return new Setting(name, name, "For a test.", field);
    }

    /** How often the signature was asked for since the last time. */
    int calls() {
        return calls.getAndSet(0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public About about() {
        return new About(name, Family.TASK, "for a test", "For a test.");
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        calls.incrementAndGet();
        return signs.signature(settings, components);
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        lowers.lower(lowering);
    }

    @Override
    public Optional<Feed> feed(Chosen settings) {
        return feeds.feed(settings);
    }

    @Override
    public boolean isResult() {
        return name.equals("output");
    }

    static Value.FileRef file(String path) {
        return Value.FileRef.unseen(path);
    }
}
