package dev.amalgam.run.engine;

import dev.amalgam.compile.Source;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.Noises;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.run.feed.Reels;
import dev.amalgam.run.feed.Sounds;
import dev.amalgam.run.feed.TextLines;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.Unifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The values of graph inputs, kept as long as the sources stay the same. Not for use by several threads. */
final class Feeds {
    /** The code where a source waits for a file: no error of the amalgamation, but it cannot run like this. */
    static final String UNSET = "unset";

    private final Map<String, Tensor> byKey = new HashMap<>();

    /** The values of a source. @throws KindException where they cannot be read or do not fit */
    Tensor values(Source source, Components components) throws KindException {
        Tensor known = byKey.get(source.key());
        if (known == null) {
            known = read(source.feed(), components);
            checkType(source, known);
            byKey.put(source.key(), known);
        }
        return known;
    }

    /** Forgets all others. */
    void keepOnly(Set<String> keys) {
        byKey.keySet().retainAll(keys);
    }

    private static Tensor read(Feed feed, Components components) throws KindException {
        return switch (feed) {
            case Feed.ImageFile(var file) -> Pictures.read(components.path(file));
            case Feed.ImageFolder(var folder) -> Reels.first(Reels.open(components.path(folder)));
            case Feed.TensorFile(var file) -> components.tensor(file);
            case Feed.Lines(String text) -> Feed.Lines.tensor(text);
            case Feed.TextFile(var file) -> TextLines.read(components.path(file));
            case Feed.SoundFile(var file, int rate, boolean mixed) -> Sounds.read(components.path(file), rate, mixed);
            case Feed.Noise noise -> Noises.of(noise);
            case Feed.Constant(Tensor tensor) -> tensor;
            case Feed.Unset _ ->
                throw new KindException(UNSET, "file", "No file is chosen yet", "Choose one, or give one for the run");
        };
    }

    static void checkType(Source source, Tensor values) throws KindException {
        var mismatch = new Unifier().unify(source.type().type(), values.type());
        if (mismatch.isPresent()) {
            throw new KindException(
                    "types-disagree",
                    "",
                    "'" + source.node() + "' takes " + source.type().type() + ", but what flows in is " + values.type()
                            + ": " + mismatch.get().sentence(),
                    "Let something else flow in, or put a node behind it that makes it fit");
        }
    }
}
