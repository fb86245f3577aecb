package dev.amalgam.ui.palette;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a kind yields before anything is chosen for it: the sign beside its name. */
final class Yield {
    private Yield() {}

    /** The representation of its first output, or the one that its family stands for. */
    static Representation of(Kind kind) {
        try {
            Signature signature = kind.signature(kind.schema().choose(Settings.NONE), NO_FILES);
            return signature.outputs().stream()
                    .findFirst()
                    .map(Signature.Output::meaning)
                    .filter(Meaning.Is.class::isInstance)
                    .map(meaning -> ((Meaning.Is) meaning).representation())
                    .orElseGet(() -> usual(kind));
        } catch (KindException e) {
            return usual(kind);
        }
    }

    /** The ports in words, such as {@code logits float32[N,K] → soft float32[N,K]}; a sentence where a file tells them. */
    static String signature(Kind kind) {
        try {
            Signature signature = kind.signature(kind.schema().choose(Settings.NONE), NO_FILES);
            String in = signature.inputs().stream()
                    .map(input -> input.name() + " " + input.type() + (input.optional() ? "?" : ""))
                    .collect(Collectors.joining(", "));
            String out = signature.outputs().stream()
                    .map(output -> output.name() + " " + output.type())
                    .collect(Collectors.joining(", "));
            return Stream.of(in, out).filter(it -> !it.isEmpty()).collect(Collectors.joining(" → "));
        } catch (KindException e) {
            return Texts.get("palette.ports-by-file");
        }
    }

    private static Representation usual(Kind kind) {
        return Representation.of(
                switch (kind.about().family()) {
                    case SOURCE, PRE_STEM, TENSOR -> Form.RAW;
                    case MODEL -> Form.ENCODING;
                    case REPRESENTATION -> Form.EMBEDDING;
                    case COMBINE -> Form.DENSE;
                    case TASK, RESULT -> Form.STRUCTURED;
                });
    }

    private static final Components NO_FILES = new Components() {
        @Override
        public OnnxModel model(FileRef file) throws KindException {
            throw none();
        }

        @Override
        public Map<String, TensorType> types(FileRef model) throws KindException {
            throw none();
        }

        @Override
        public Tensor tensor(FileRef file) throws KindException {
            throw none();
        }

        @Override
        public List<String> labels(FileRef file) throws KindException {
            throw none();
        }

        @Override
        public String sha256(FileRef file) throws KindException {
            throw none();
        }

        @Override
        public Path path(FileRef file) throws KindException {
            throw none();
        }

        private KindException none() {
            return new KindException("missing-file", "", "No file is chosen", "Choose one");
        }
    };
}
