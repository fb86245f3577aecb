package dev.amalgam.kind.part;

import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
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
    /** The name of the setting of how many, and of its dial. */
    public static final String COUNT = "k";

    /**
     * Ranks {@code scores}, float32[N,K].
     *
     * @param k how many, int64[1]
     * @param names the K names; where there are none, the index is the name
     */
    public static Ranked of(Ops ops, Ref scores, Ref k, List<String> names) {
        List<Ref> best = ops.ops("TopK", 2, Attributes.of("axis", -1), scores, k);
        Ref indices = best.get(1);
        return new Ranked(names(ops, indices, names), best.get(0), indices);
    }

    /** The names of classes by their indices, int64 of any shape; where there are none, the index is the name. */
    public static Ref names(Ops ops, Ref indices, List<String> names) {
        return names.isEmpty()
                ? ops.cast(indices, ElementType.STRING)
                : ops.ml("LabelEncoder", encoding(names), indices);
    }

    /** The setting of how many, which is a dial. */
    public static Setting setting(String help, long standard) {
        return new Setting(COUNT, "How many", help, new Setting.Whole(1, 1000, standard)).asDial();
    }

    /** How many, as the dial. */
    public static Map<String, Tensor> dials(Chosen settings) {
        return Map.of(COUNT, Tensor.longs(new long[] {1}, settings.whole(COUNT)));
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
