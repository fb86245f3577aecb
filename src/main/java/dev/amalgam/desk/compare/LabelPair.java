package dev.amalgam.desk.compare;

import dev.amalgam.desk.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A label in two answers.
 *
 * @param label the label
 * @param first its score in the first, empty where that does not name it
 * @param second its score in the second
 * @param isMoved whether its place is another, it is named by one alone, or it is on in one and off in the other
 */
public record LabelPair(String label, OptionalDouble first, OptionalDouble second, boolean isMoved) {
    /** A label in one answer. */
    private record Said(double score, Object place) {}

    /** All labels of two answers, in the order of the first and then of the second; none where they name none. */
    static List<LabelPair> of(Optional<Reading> first, Optional<Reading> second) {
        SequencedMap<String, Said> before = labels(first);
        SequencedMap<String, Said> now = labels(second);
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(now.keySet());
        List<LabelPair> pairs = new ArrayList<>();
        for (String label : all) {
            Optional<Said> was = Optional.ofNullable(before.get(label));
            Optional<Said> is = Optional.ofNullable(now.get(label));
            pairs.add(new LabelPair(
                    label, score(was), score(is), !was.map(Said::place).equals(is.map(Said::place))));
        }
        return pairs;
    }

    private static OptionalDouble score(Optional<Said> said) {
        return said.isPresent() ? OptionalDouble.of(said.get().score()) : OptionalDouble.empty();
    }

    private static SequencedMap<String, Said> labels(Optional<Reading> reading) {
        SequencedMap<String, Said> labels = new LinkedHashMap<>();
        switch (reading.orElse(new Reading.Text(List.of()))) {
            case Reading.Ranking(List<Reading.Score> scores, List<String> _) ->
                scores.forEach(one -> labels.putIfAbsent(one.label(), new Said(one.score(), labels.size())));
            case Reading.Switches(List<Reading.Switch> switches) ->
                switches.forEach(one -> labels.putIfAbsent(one.label(), new Said(one.score(), one.on())));
            default -> {}
        }
        return labels;
    }
}
