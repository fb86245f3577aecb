package dev.amalgam.kind.source;

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
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Optional;

/** {@code -> noise: T[…]}: random values, the same for the same seed; an input of the exported file. */
public final class NoiseKind implements Kind {
    /** 64 MB of float32. */
    private static final long MOST = 16_000_000;

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public About about() {
        return new About(
                "Noise",
                Family.SOURCE,
                "seed → tensor",
                "Random values, the same for the same seed, to try what does not need real ones; in the exported file"
                        + " it is an input.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting(
                        "shape",
                        "Shape",
                        "The sizes of the axes; 224 224 3 with uint8 is a picture.",
                        new Setting.Numbers(0, List.of(1.0, 16.0))),
                new Setting(
                        "element",
                        "Element type",
                        "What the values are.",
                        new Setting.Choice(
                                List.of(new Option("float32", "float32"), new Option("uint8", "uint8")), "float32")),
                new Setting(
                        "distribution",
                        "Distribution",
                        "Gaussian around 0, or around middle grey for uint8; or each value as likely as the others.",
                        new Setting.Choice(
                                List.of(new Option("normal", "Gaussian"), new Option("uniform", "Uniform")), "normal")),
                new Setting(
                        "seed", "Seed", "Another seed gives other values.", new Setting.Whole(0, Integer.MAX_VALUE, 1)),
                Meanings.setting("raw"));
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        return Signature.builder()
                .out("noise", type(settings), Meanings.chosen(settings))
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("noise", lowering.feed());
    }

    @Override
    public Optional<Feed> feed(Chosen settings) throws KindException {
        boolean normal = settings.text("distribution").equals("normal");
        return Optional.of(new Feed.Noise(type(settings), normal, settings.whole("seed")));
    }

    private static TensorType type(Chosen settings) throws KindException {
        ElementType element = ElementType.named(settings.text("element")).orElseThrow();
        long[] dims = TypedValues.dims(settings.numbers("shape"), MOST, "Choose a smaller shape");
        return new TensorType(element, Shape.of(dims));
    }
}
