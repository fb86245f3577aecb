package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Step STEM = step("stem", "photo", "map");
    private static final Step POOL = step("pool", "map", "vector");
    private static final Step MASK = step("mask", "map", "mask");
    private static final List<Step> ALL = List.of(STEM, POOL, MASK);

    @Test
    void runsOnlyWhatLeadsToWhatIsWanted() {
        assertThat(names(Set.of("vector"), Set.of("photo"))).containsExactly("stem", "pool");
    }

    @Test
    void looksBackNoFurtherThanToWhatIsHeld() {
        assertThat(names(Set.of("vector", "mask"), Set.of("photo", "map"))).containsExactly("pool", "mask");
    }

    @Test
    void runsNothingWhereAllIsHeld() {
        assertThat(names(Set.of("vector"), Set.of("vector"))).isEmpty();
    }

    @Test
    void runsWhatIsHeldDownstreamOfAGapOnlyIfWanted() {
        assertThat(names(Set.of("mask"), Set.of("photo", "vector"))).containsExactly("stem", "mask");
    }

    @Test
    void runsAStepForTheOneOutputThatIsNotHeld() {
        Step two = new Step("two", Path.of("m"), Map.of("x", "photo"), Map.of("a", "first", "b", "second"));
        Plan plan = Plan.of(List.of(two), Set.of("first", "second"), Set.of("photo", "first")::contains);
        assertThat(plan.run()).containsExactly(two);
    }

    @Test
    void letsTheFirstOfTwinsRunForBoth() {
        Step twin = step("twin", "map", "vector");
        Plan plan = Plan.of(List.of(STEM, POOL, twin), Set.of("vector"), Set.of("photo")::contains);
        assertThat(plan.run()).containsExactly(STEM, POOL);
    }

    @Test
    void tellsWhichValuesAreUsed() {
        Plan plan = Plan.of(ALL, Set.of("vector"), Set.of("photo")::contains);
        assertThat(plan.used()).containsExactlyInAnyOrder("vector", "map", "photo");
    }

    /** A hundred layers of two steps that each read both values of the layer before: 2^100 ways through. */
    @Test
    void looksAtEachStepOnce() {
        List<Step> steps = new java.util.ArrayList<>();
        for (int layer = 1; layer <= 100; layer++) {
            for (String side : List.of("l", "r")) {
                Map<String, String> inputs = new HashMap<>();
                inputs.put("a", "l" + (layer - 1));
                inputs.put("b", "r" + (layer - 1));
                steps.add(new Step(side + layer, Path.of("m"), inputs, Map.of("y", side + layer)));
            }
        }
        assertThat(Plan.of(steps, Set.of("l100"), Set.of("l0", "r0")::contains).run())
                .hasSize(199);
    }

    private static List<String> names(Set<String> fetch, Set<String> held) {
        return Plan.of(ALL, fetch, held::contains).run().stream()
                .map(Step::name)
                .toList();
    }

    private static Step step(String name, String in, String out) {
        return new Step(name, Path.of(name + ".onnx"), Map.of("x", in), Map.of("y", out));
    }
}
