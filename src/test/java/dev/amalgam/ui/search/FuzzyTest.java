package dev.amalgam.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {
    private static final List<String> NAMES =
            List.of("Softmax", "Arg-max", "Class activation map", "Centre crop", "Max", "Reshape");

    private static List<String> best(String typed) {
        return NAMES.stream()
                .filter(name -> Fuzzy.score(typed, name, "").isPresent())
                .sorted(Comparator.comparing(
                        name -> -Fuzzy.score(typed, name, "").getAsInt()))
                .toList();
    }

    @Test
    void theSameComesBeforeWhatBeginsSoBeforeAWordThatDoesBeforeWhatContainsIt() {
        assertThat(best("max")).containsExactly("Max", "Arg-max", "Softmax");
    }

    @ParameterizedTest
    @CsvSource({"cam,Class activation map", "rshp,Reshape", "sfmx,Softmax"})
    void lettersInOrderAreEnough(String typed, String name) {
        assertThat(best(typed)).contains(name);
    }

    @Test
    void allWordsHaveToBeFoundInAnyOrder() {
        assertThat(best("map class")).containsExactly("Class activation map");
        assertThat(best("map zebra")).isEmpty();
    }

    @Test
    void whatElseIsKnownCountsLessThanTheName() {
        int name = Fuzzy.score("pool", "Pool", "").orElseThrow();
        int further = Fuzzy.score("pool", "Mean", "a pool over all places").orElseThrow();
        assertThat(name).isGreaterThan(further);
        assertThat(Stream.of("", "  ").map(it -> Fuzzy.score(it, "Pool", ""))).allMatch(it -> it.isPresent());
    }
}
