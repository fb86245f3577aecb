package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Single;
import dev.amalgam.desk.inside.Part.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds blocks that stand several times one after the other in a row of parts, such as the layers of a transformer. A block is
 * a piece of an order in which everything stands after what it reads, so that no way leads out of it and in again.
 */
final class Repeats {
    /** No longer block is looked for. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 4;

    private final List<Part> parts;
    private final int[] signs;
    private final int[] period;
    private final int[] times;

    private Repeats(List<Part> parts) {
        this.parts = parts;
        this.signs = new int[parts.size()];
        this.period = new int[parts.size()];
        this.times = new int[parts.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < signs.length; i++) {
            String signature = parts.get(i).signature();
            signs[i] = known.computeIfAbsent(signature, _ -> known.size());
        }
        for (int length = 1; length <= Math.min(LONGEST, signs.length / 2); length++) {
            look(length);
        }
    }

    /** The row with each run of equal blocks as one group of groups; a row that is nothing but one run stays a row of blocks. */
    static List<Part> in(List<Part> parts) {
        return new Repeats(parts).grouped();
    }

    /** Notes at each place how often a block of that length stands from there on, where that covers more than shorter ones do. */
    private void look(int length) {
        int equal = 0;
        for (int i = signs.length - length - 1; i >= 0; i--) {
            equal = signs[i] == signs[i + length] ? equal + 1 : 0;
            int count = equal / length + 1;
            boolean worth = length == 1
                    ? count >= 2 && parts.get(i) instanceof Group
                    : count >= (length >= 4 ? 2 : 3) && !isUniform(i, length);
            if (worth && count * length > times[i] * period[i]) {
                times[i] = count;
                period[i] = length;
            }
        }
    }

    private boolean isUniform(int from, int length) {
        for (int i = from + 1; i < from + length; i++) {
            if (signs[i] != signs[from]) {
                return false;
            }
        }
        return true;
    }

    private List<Part> grouped() {
        List<Part> grouped = new ArrayList<>();
        for (int i = 0; i < signs.length; ) {
            if (times[i] == 0) {
                grouped.add(parts.get(i++));
            } else {
                List<Part> blocks = blocks(i);
                grouped.add(new Group(Sort.REPEAT, words(parts.subList(i, i + period[i])), blocks));
                i += times[i] * period[i];
            }
        }
        return grouped.size() == 1 && grouped.getFirst() instanceof Group all ? all.parts() : grouped;
    }

    private List<Part> blocks(int from) {
        int length = period[from];
        List<Part> blocks = new ArrayList<>();
        for (int n = 0; n < times[from]; n++) {
            List<Part> block = parts.subList(from + n * length, from + (n + 1) * length);
            blocks.add(length == 1 ? block.getFirst() : new Group(Sort.BLOCK, words(block), block));
        }
        return blocks;
    }

    /** The first of the parts by their names. */
    static String words(List<Part> parts) {
        String words = parts.stream()
                .limit(MOST_WORDS)
                .map(part -> switch (part) {
                    case Single(int _, String type) -> type;
                    case Group group -> group.name();
                })
                .collect(Collectors.joining(", "));
        return parts.size() > MOST_WORDS ? words + ", …" : words;
    }
}
