package dev.amalgam.desk.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Sort;
import dev.amalgam.onnx.OnnxModel;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How operators are put together, and how they are found. */
class InsideTest {
    @Test
    void scopesBecomeGroupsAndAScopeAroundOneOperatorDoesNot() throws Exception {
        Inside inside = Inside.of(Chains.scoped("encoder/a", "Relu", "Tanh", "Neg")
                .then("encoder/b", "Exp", "Abs")
                .then("head/only", "Sqrt")
                .build());
        assertThat(inside.whole().parts()).hasSize(2);
        assertThat(inside.whole().parts().getFirst()).isInstanceOfSatisfying(Group.class, encoder -> {
            assertThat(encoder.sort()).isEqualTo(Sort.SCOPE);
            assertThat(encoder.name()).isEqualTo("encoder");
            assertThat(encoder.parts()).extracting(Object::toString).containsExactly("a", "b");
        });
        assertThat(inside.whole().parts().getLast()).isInstanceOf(Part.Single.class);
    }

    @Test
    void blocksThatRepeatBecomeOneGroupOfBlocks() throws Exception {
        Chains chain = Chains.scoped("", "Exp");
        for (int i = 0; i < 5; i++) {
            chain.then("", "Relu", "Tanh", "Neg");
        }
        Inside inside = Inside.of(chain.then("", "Abs").build());
        assertThat(inside.whole().parts()).hasSize(3);
        assertThat(inside.whole().parts().get(1)).isInstanceOfSatisfying(Group.class, repeat -> {
            assertThat(repeat.sort()).isEqualTo(Sort.REPEAT);
            assertThat(repeat.name()).isEqualTo("Relu, Tanh, Neg");
            assertThat(repeat.parts())
                    .hasSize(5)
                    .allSatisfy(block -> assertThat(block.size()).isEqualTo(3));
        });
    }

    @Test
    void scopesThatAreAlikeRepeatToo() throws Exception {
        Chains chain = Chains.scoped("stem", "Exp", "Abs");
        for (int i = 0; i < 4; i++) {
            chain.then("layer." + i + "/attention", "Relu", "Tanh").then("layer." + i + "/output", "Neg", "Exp");
        }
        Group whole = Inside.of(chain.build()).whole();
        assertThat(whole.parts()).hasSize(2);
        assertThat(whole.parts().getLast()).isInstanceOfSatisfying(Group.class, repeat -> {
            assertThat(repeat.sort()).isEqualTo(Sort.REPEAT);
            assertThat(repeat.parts())
                    .extracting(Object::toString)
                    .containsExactly("layer.0", "layer.1", "layer.2", "layer.3");
        });
    }

    @Test
    void aLongRowWithoutAnyOrderIsCutIntoStretches() throws Exception {
        Group whole = Inside.of(Chains.random(10_000, 7)).whole();
        assertThat(whole.parts()).hasSizeLessThanOrEqualTo(Grouping.MOST);
        assertThat(whole.size()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyOperatorStandsInExactlyOnePlace(long seed) throws Exception {
        Inside inside = Inside.of(Chains.random(400, seed));
        int count = inside.structure().operators().size();
        assertThat(inside.whole().operators().sorted().toArray())
                .isEqualTo(IntStream.range(0, count).toArray());
        for (int operator = 0; operator < count; operator++) {
            int place = operator;
            assertThat(inside.groups(operator))
                    .allSatisfy(group -> assertThat(group.operators()).contains(place));
        }
    }

    @Test
    void atFirstNoMoreIsOpenedThanAskedFor() throws Exception {
        Inside inside = Inside.of(Chains.random(3000, 11));
        Set<Group> opened = inside.opened(80);
        int shown = Drawing.of(inside, opened, () -> false, _ -> {}).cards().size();
        // Beside the parts there are the model's own input and output.
        assertThat(shown)
                .isLessThanOrEqualTo(Math.max(80, inside.whole().parts().size()) + 2);
    }

    @Test
    void tensorsKnowWhoMakesAndWhoReadsThem() throws Exception {
        OnnxModel model = Chains.scoped("a", "Relu", "Tanh").build();
        Inside inside = Inside.of(model);
        String between = inside.operator(0).outputs().getFirst();
        assertThat(inside.maker(between)).hasValue(0);
        assertThat(inside.readers(between)).isEqualTo(List.of(1));
        assertThat(inside.maker("x")).isEmpty();
        assertThat(inside.readers("x")).isEqualTo(List.of(0));
    }
}
