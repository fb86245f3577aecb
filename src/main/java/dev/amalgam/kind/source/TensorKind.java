package dev.amalgam.kind.source;

import dev.amalgam.graph.Value.FileRef;
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
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.part.Meanings;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** {@code -> value: T[…]}: numbers typed in or from a NumPy or CSV file, fixed in the exported file or an input of it. */
public final class TensorKind implements Kind {
    private static final Setting USE = new Setting(
            "use",
            "Use",
            "Whether the values are part of the exported file, or an input of it.",
            new Setting.Choice(
                    List.of(new Option("constant", "Constant in the file"), new Option("input", "Input of the file")),
                    "constant"));

    private static final Setting FILE = new Setting(
            "file",
            "File",
            "A NumPy or CSV file that the values come from; left empty to type them in.",
            new Setting.File(List.of("npy", "csv"), false));

    private static final Setting ELEMENT = new Setting(
            "element",
            "Element type",
            "The type of values that are typed in.",
            new Setting.Choice(elements(), "float32"));

    private static final Setting SHAPE = new Setting(
            "shape",
            "Shape",
            "The sizes of the axes of values that are typed in; none for a single number.",
            new Setting.Numbers(0, List.of(1.0)));

    private static final Setting VALUES = new Setting(
            "values",
            "Values",
            "The values, row by row; a single one fills the whole shape.",
            new Setting.Numbers(0, List.of(0.0)));

    @Override
    public String name() {
        return "tensor";
    }

    @Override
    public About about() {
        return new About(
                "Tensor",
                Family.SOURCE,
                "numbers → tensor",
                "Numbers typed in or from a NumPy or CSV file, either fixed or an input of the exported file.");
    }

    @Override
    public Schema schema() {
        return Schema.of(USE, FILE, ELEMENT, SHAPE, VALUES, Meanings.setting("raw"));
    }

    private static List<Option> elements() {
        return TypedValues.ELEMENTS.stream()
                .map(element -> new Option(element.toString(), element.toString()))
                .toList();
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        Optional<FileRef> file = settings.file("file");
        Tensor tensor = file.isPresent() ? components.tensor(file.get()) : typed(settings);
        return Signature.builder()
                .out("value", tensor.type(), Meanings.chosen(settings))
                .build();
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        Optional<FileRef> file = lowering.settings().file("file");
        if (feed(lowering.settings()).isPresent()) {
            lowering.out("value", lowering.feed());
        } else {
            Tensor tensor = file.isPresent() ? lowering.components().tensor(file.get()) : typed(lowering.settings());
            lowering.out("value", lowering.scope().constant(tensor));
        }
    }

    @Override
    public Optional<Feed> feed(Chosen settings) throws KindException {
        if (settings.text("use").equals("constant")) {
            return Optional.empty();
        }
        Optional<FileRef> file = settings.file("file");
        return Optional.of(file.isPresent() ? new Feed.TensorFile(file.get()) : new Feed.Constant(typed(settings)));
    }

    private static Tensor typed(Chosen settings) throws KindException {
        ElementType element = ElementType.named(settings.text("element")).orElseThrow();
        return TypedValues.tensor(element, settings.numbers("shape"), settings.numbers("values"));
    }
}
