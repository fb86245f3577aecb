package dev.amalgam.kind.part;

import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The best k of each row, best first; of equal ones the lower index comes first.
 *
 * @param labels their names, string[N,k]
 * @param scores float32[N,k]
 * @param indices int64[N,k]
 */
public record Ranked(Ref labels, Ref scores, Ref indices) {
    /**
     * Ranks {@code scores}, float32[N,K].
     *
     * @param names the K names; where there are none, the index is the name
     */
    public static Ranked of(Ops ops, Ref scores, long k, List<String> names) {
        List<Ref> best = ops.ops("TopK", 2, Attributes.of("axis", -1), scores, ops.longs(k));
        Ref indices = best.get(1);
        Ref labels = names.isEmpty()
                ? ops.cast(indices, ElementType.STRING)
                : ops.ml("LabelEncoder", encoding(names), indices);
        return new Ranked(labels, best.get(0), indices);
    }

    /** Refuses to rank more than there are. @throws KindException where {@code k} is more than {@code count} */
    public static void check(long k, OptionalLong count, String setting) throws KindException {
        if (count.isPresent() && k > count.getAsLong()) {
            throw KindException.setting(
                    setting, "there are only " + count.getAsLong() + " to rank, not " + k, "Choose fewer");
        }
    }

    private static Attributes encoding(List<String> names) {
        long[] keys = LongStream.range(0, names.size()).toArray();
        return Attributes.of("keys_int64s", keys).and("values_strings", names).and("default_string", "");
    }

    /** Each name with its score, such as {@code Egyptian cat 0.62}: string[N,k]. */
    public Ref text(Ops ops) {
        return ops.join(labels, ops.text(" "), DecimalText.of(ops, scores));
    }
}
