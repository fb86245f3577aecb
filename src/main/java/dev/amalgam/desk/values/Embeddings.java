package dev.amalgam.desk.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The embeddings seen so far, apart for each model that made them: those of one are never compared with those of another.
 * Bounded; what was seen longest ago goes first. For any thread.
 */
public final class Embeddings {
    /** How many of one model are kept: enough to see groups, few enough to be compared at once. */
    public static final int MOST_OF_ONE = 256;

    /** How many numbers are kept in all, small pictures included: 64 MB. */
    private static final long MOST_NUMBERS = 16L << 20;

    private final SequencedMap<String, List<Seen>> byModel = new LinkedHashMap<>();
    private long numbers;

    /**
     * Keeps one, as the newest.
     *
     * @param model a name for all that is between the inputs and the embedding, such as a content key
     */
    public synchronized void add(String model, Seen embedding) {
        List<Seen> known = byModel.getOrDefault(model, List.of());
        if (!known.isEmpty() && known.getFirst().vector().length != embedding.vector().length) {
            known = List.of();
        }
        List<Seen> kept = new ArrayList<>(known);
        kept.removeIf(other -> Arrays.equals(other.vector(), embedding.vector()));
        kept.add(embedding);
        if (kept.size() > MOST_OF_ONE) {
            kept.removeFirst();
        }
        put(model, List.copyOf(kept));
        while (numbers > MOST_NUMBERS && byModel.size() > 1) {
            put(byModel.firstEntry().getKey(), List.of());
        }
    }

    private void put(String model, List<Seen> kept) {
        List<Seen> before = byModel.remove(model);
        numbers += size(kept) - (before == null ? 0 : size(before));
        if (!kept.isEmpty()) {
            byModel.putLast(model, kept);
        }
    }

    private static long size(List<Seen> embeddings) {
        return embeddings.stream().mapToLong(Embeddings::size).sum();
    }

    private static long size(Seen seen) {
        long bytes = seen.picture()
                .map(picture -> (long) picture.bytes().remaining())
                .orElse(0L);
        return seen.vector().length + bytes / Float.BYTES;
    }

    /** All that a model made, in the order they were seen; each vector once. */
    public synchronized List<Seen> of(String model) {
        return byModel.getOrDefault(model, List.of());
    }

    /** Another embedding and how near it is. */
    public record Near(Seen embedding, double cosine) {}

    /** The nearest of some embeddings to one by cosine, nearest first; that one itself is not among them. */
    public static List<Near> nearest(Seen one, List<Seen> among, int count) {
        return among.stream()
                .filter(other -> !Arrays.equals(other.vector(), one.vector()))
                .map(other -> new Near(other, one.cosine(other)))
                .sorted(Comparator.comparingDouble((Near near) -> -near.cosine()))
                .limit(count)
                .toList();
    }
}
