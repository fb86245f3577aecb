package dev.amalgam.kind.task;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.kind.part.Ops;
import dev.amalgam.kind.part.Ranked;
import dev.amalgam.kind.part.Sizes;
import dev.amalgam.kind.part.UnitLength;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * {@code query: float32[N,D] -> text: string[N,k], labels: string[N,k], scores: float32[N,k]}: the most similar of G known
 * embeddings by name, such as {@code chelsea 1.00}. The score is the cosine, from −1 to 1; the gallery is part of the file.
 */
public final class SimilarityKind implements Kind {
    /** Known embeddings, float32[G,D], and their G names. */
    private record Gallery(Tensor embeddings, List<String> names) {
        long width() {
            return embeddings.dims()[1];
        }
    }

    @Override
    public String name() {
        return "similarity";
    }

    @Override
    public About about() {
        return new About(
                "Similarity",
                Family.TASK,
                "embedding → names",
                "Recognises by comparing with a gallery of known embeddings; nothing has to be trained.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting(
                        "gallery",
                        "Gallery",
                        "The known embeddings, one a row, as a NumPy file float32[G,D].",
                        new Setting.File(List.of("npy"), true)),
                new Setting(
                        "names",
                        "Names",
                        "The name of each row: a JSON list of texts, or one name a line.",
                        new Setting.File(List.of("json", "txt"), true)),
                Ranked.setting("How many names, most similar first.", 3));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        Gallery gallery = gallery(settings, components);
        Dim rows = Dim.named("N");
        Dim best = Dim.of(settings.whole("k"));
        return Signature.builder()
                .in("query", Sizes.floats(rows, Dim.of(gallery.width())), Form.EMBEDDING, Form.DENSE)
                .out("text", Sizes.of(ElementType.STRING, rows, best), Representation.STRUCTURED)
                .out("labels", Sizes.of(ElementType.STRING, rows, best), Representation.STRUCTURED)
                .out("scores", Sizes.floats(rows, best), Representation.STRUCTURED)
                .build();
    }

    @Override
    public Map<String, Tensor> dials(Chosen settings, Components components) {
        return Ranked.dials(settings);
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Ops ops = Ops.of(lowering);
        Gallery gallery = gallery(lowering.settings(), lowering.components());
        Ref known = UnitLength.of(ops, ops.constant(gallery.embeddings()));
        Ref cosines = ops.linear(UnitLength.of(ops, lowering.in("query")), known, Ref.NONE);
        Ranked ranked = Ranked.of(ops, cosines, lowering.dial(Ranked.COUNT), gallery.names());
        lowering.out("text", ranked.text(ops));
        lowering.out("labels", ranked.labels());
        lowering.out("scores", ranked.scores());
    }

    private static Gallery gallery(Chosen settings, Components components) throws KindException {
        Tensor embeddings = components.tensor(settings.requiredFile("gallery"));
        List<String> names = components.labels(settings.requiredFile("names"));
        long[] dims = embeddings.dims();
        if (embeddings.element() != ElementType.FLOAT32 || dims.length != 2) {
            throw KindException.setting(
                    "gallery",
                    "it is " + embeddings.type() + ", and float32[G,D] is needed",
                    "Save the embeddings as rows of float32");
        }
        if (names.size() != dims[0]) {
            throw KindException.setting(
                    "names",
                    "there are " + names.size() + " names for " + dims[0] + " embeddings",
                    "Give each row of the gallery one name");
        }
        Ranked.check(settings.whole("k"), OptionalLong.of(dims[0]), "k");
        return new Gallery(embeddings, names);
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Ranking("labels", "scores");
    }
}
