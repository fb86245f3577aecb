package dev.amalgam.kind.combine;

import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.Signature.Output;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcatKindTest {
    private static KindRun concat(int axis) {
        return KindRun.of(new ConcatKind()).set("axis", axis);
    }

    @Test
    void putsColumnsSideBySide() throws Exception {
        KindRun run = concat(-1).in("a", matrix(2, 1, 2, 3, 4)).in("b", matrix(2, 5, 6));
        assertThat(floats(run.run("joined"))).containsExactly(1, 2, 5, 3, 4, 6);
        assertThat(run.types()).hasToString("{joined=float32[2,3]}");
    }

    @Test
    void addsUpTheWidthsOfManyInputs() throws Exception {
        Output joined = KindRun.of(new ConcatKind())
                .set("inputs", 3)
                .bareSignature()
                .outputs()
                .getFirst();
        assertThat(joined.type()).hasToString("T[...before,A+B+C]");
        assertThat(joined.meaning()).isEqualTo(new Meaning.DenseOf(List.of("a", "b", "c")));
    }

    @Test
    void putsRowsOneAfterTheOther() throws Exception {
        KindRun run = concat(0).in("a", matrix(1, 1, 2)).in("b", matrix(2, 3, 4, 5, 6));
        assertThat(floats(run.run("joined"))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(run.types()).hasToString("{joined=float32[3,2]}");
        assertThat(run.signature().outputs().getFirst().meaning()).isEqualTo(new Meaning.SameAs("a"));
    }

    @Test
    void joinsTexts() throws Exception {
        KindRun run = concat(-1)
                .in("a", Tensor.strings(new long[] {1, 1}, List.of("x")))
                .in("b", Tensor.strings(new long[] {1, 1}, List.of("y")));
        assertThat(run.run("joined").strings()).containsExactly("x", "y");
    }

    @Test
    void knowsTheAxisFromTheFrontOnceSomethingIsConnected() throws Exception {
        assertThat(concat(1).bareSignature().outputs().getFirst().type()).hasToString("T[...joined]");
        assertThat(concat(1)
                        .in("a", matrix(1, 1, 2))
                        .signature()
                        .outputs()
                        .getFirst()
                        .type())
                .hasToString("T[...before,A+B]");
    }

    @Test
    void refusesAnAxisThatIsNotThere() {
        assertThatThrownBy(() -> concat(2).in("a", matrix(1, 1)).signature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("no axis 2 in tensors of 2 axes");
        assertThatThrownBy(() -> concat(-3).in("b", matrix(1, 1)).signature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("no axis -3");
    }
}
