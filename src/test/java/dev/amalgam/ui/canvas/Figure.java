package dev.amalgam.ui.canvas;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.About;
import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The general amalgamation with kinds that have ports and nothing behind them: what the canvas needs to be tried. */
final class Figure {
    private Figure() {}

    /** A kind that is only drawn. */
    private record Drawn(String name, About about, Schema schema, Signature ports, View look, boolean isResult)
            implements Kind {
        @Override
        public Signature signature(Chosen settings, Components components) {
            return ports;
        }

        @Override
        public void lower(Lowering lowering) {
            throw new UnsupportedOperationException("a drawn kind does nothing");
        }

        @Override
        public View view(Chosen settings, Components components) {
            return look;
        }
    }

    private static Kind kind(String title, Family family, Schema schema, Signature ports, View look) {
        String name = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return new Drawn(name, new About(title, family, "", ""), schema, ports, look, family == Family.RESULT);
    }

    private static Schema file(String ending) {
        return Schema.of(new Setting("file", "File", "", new Setting.File(List.of(ending), false)));
    }

    private static Schema real(String name, String title, double standard) {
        return Schema.of(new Setting(name, title, "", new Setting.Real(0, 100, standard)));
    }

    static final List<Kind> KINDS = List.of(
            kind(
                    "Image",
                    Family.SOURCE,
                    file("png"),
                    Signature.builder()
                            .out("image", "uint8[H,W,3]", Representation.RAW)
                            .build(),
                    new View.Plain("")),
            kind(
                    "Pre-stem",
                    Family.PRE_STEM,
                    real("side", "Side", 224),
                    Signature.builder()
                            .in("image", "uint8[H,W,3]")
                            .out("tensor", "float32[1,3,224,224]", Representation.RAW)
                            .build(),
                    new View.Plain("")),
            kind(
                    "ONNX model",
                    Family.MODEL,
                    file("onnx"),
                    Signature.builder()
                            .in("image", "float32[N,3,224,224]", Form.RAW)
                            .out("encoding", "float32[N,1024,7,7]", Representation.ENCODING)
                            .out("embedding", "float32[N,1024]", Representation.EMBEDDING)
                            .out("logits", "float32[N,1000]", Representation.LOGITS)
                            .out("independent", "float32[N,1000]", Representation.SOFT_INDEPENDENT)
                            .build(),
                    new View.Plain("encoding")),
            kind(
                    "Class activation map",
                    Family.TASK,
                    Schema.NONE,
                    Signature.builder()
                            .in("encoding", "float32[N,C,H,W]", Form.ENCODING)
                            .in("image", "uint8[A,B,3]", Form.RAW)
                            .out("mask", "float32[A,B]", Representation.of(Form.STRUCTURED))
                            .build(),
                    new View.Mask("mask", "image")),
            kind(
                    "Similarity",
                    Family.TASK,
                    Schema.of(new Setting("k", "Top", "", new Setting.Whole(1, 100, 3))),
                    Signature.builder()
                            .in("embedding", "float32[N,D]", Form.EMBEDDING)
                            .out("names", "string[N,3]", Representation.of(Form.STRUCTURED))
                            .out("scores", "float32[N,3]", Representation.SOFT_INDEPENDENT)
                            .build(),
                    new View.Ranking("names", "scores")),
            kind(
                    "Softmax",
                    Family.TASK,
                    real("temperature", "Temperature", 1),
                    Signature.builder()
                            .in("logits", "float32[N,K]", Form.LOGITS)
                            .out("soft", "float32[N,K]", Representation.SOFT)
                            .build(),
                    new View.Ranking("soft", "soft")),
            kind(
                    "Threshold",
                    Family.TASK,
                    Schema.NONE,
                    Signature.builder()
                            .in("soft", "float32[N,K]", Form.SOFT)
                            .out("hard", "float32[N,K]", Representation.HARD_INDEPENDENT)
                            .build(),
                    new View.Switches("hard", "hard", List.of("cat on screen", "cup", "animal"), List.of(.5, .5, .5))),
            kind(
                    "Pool",
                    Family.REPRESENTATION,
                    Schema.NONE,
                    Signature.builder()
                            .in("encoding", "float32[N,C,H,W]", Form.ENCODING)
                            .out("embedding", "float32[N,C]", Representation.EMBEDDING)
                            .build(),
                    new View.Plain("")),
            kind(
                    "Reroute",
                    Family.TENSOR,
                    Schema.NONE,
                    Signature.builder()
                            .in("value", "T[...S]")
                            .out("value", "T[...S]", new Signature.Meaning.SameAs("value"))
                            .build(),
                    new View.Plain("")),
            kind(
                    "Output",
                    Family.RESULT,
                    Schema.NONE,
                    Signature.builder().in("value", "T[...]").build(),
                    new View.Plain("")));

    /** No files at all, but for what one tensor in a model is known to be. */
    private static final Components NO_FILES = (Components) java.lang.reflect.Proxy.newProxyInstance(
            Figure.class.getClassLoader(), new Class<?>[] {Components.class}, (_, method, _) -> {
                if (method.getName().equals("types")) {
                    return Map.of("conv_pw_13_relu", TensorType.parse("float32[N,1024,7,7]"));
                }
                throw new UnsupportedOperationException(method.getName() + ": there are no files here");
            });

    /** A document that begins empty. */
    static Document empty() {
        return new Document(Typing.of(Amalgamation.EMPTY, Catalogue.of(KINDS), NO_FILES), false);
    }

    /** The general amalgamation: one bottom, four tasks. */
    static Document general() {
        Document document = empty();
        add(document, "photo", "image", 0, 168);
        add(document, "pre-stem", "pre-stem", 220, 168);
        add(document, "shared bottom", "onnx-model", 440, 96);
        add(document, "localise", "class-activation-map", 740, 0);
        add(document, "recognise", "similarity", 740, 216);
        add(document, "decide", "softmax", 740, 396);
        add(document, "watch", "threshold", 740, 568);
        wire(document, "photo.image", "pre-stem.image");
        wire(document, "pre-stem.tensor", "shared bottom.image");
        wire(document, "shared bottom.encoding", "localise.encoding");
        wire(document, "photo.image", "localise.image");
        wire(document, "shared bottom.embedding", "recognise.embedding");
        wire(document, "shared bottom.logits", "decide.logits");
        wire(document, "shared bottom.independent", "watch.soft");
        do_(document, new Edit.Change(new NodeId("decide"), "temperature", java.util.Optional.of(new Value.Real(1.5))));
        do_(
                document,
                new Edit.Change(
                        new NodeId("shared bottom"),
                        "file",
                        java.util.Optional.of(Value.FileRef.unseen("models/mobilenet-v1.onnx"))));
        return document;
    }

    /** A chain of pools and outputs in rows, {@code count} nodes in all. */
    static Document many(int count) {
        Document document = empty();
        for (int i = 0; i < count; i++) {
            add(document, "node " + i, i % 10 == 0 ? "image" : "pre-stem", i % 40 * 220, i / 40 * 200);
            if (i % 10 == 1) {
                wire(document, "node " + (i - 1) + ".image", "node " + i + ".image");
            }
        }
        return document;
    }

    static void add(Document document, String name, String kind, double x, double y) {
        do_(document, new Edit.Add(new Node(new NodeId(name), kind, Settings.NONE), new Position(x, y)));
    }

    static void wire(Document document, String from, String to) {
        do_(document, new Edit.Connect(PortRef.parse(from), PortRef.parse(to)));
    }

    private static void do_(Document document, Edit edit) {
        document.apply(edit).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal.sentence());
        });
    }

    /** A photo of the sample as a tensor. */
    static Tensor photo(String name) {
        try {
            var image = javax.imageio.ImageIO.read(
                    Path.of("samples/figure-3/photos", name).toFile());
            byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
            for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
                rgb[3 * i] = (byte) (pixel >> 16);
                rgb[3 * i + 1] = (byte) (pixel >> 8);
                rgb[3 * i + 2] = (byte) pixel;
            }
            return Tensor.bytes(new long[] {image.getHeight(), image.getWidth(), 3}, rgb);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, Tensor> one(String port, Tensor tensor) {
        return Map.of(port, tensor);
    }
}
