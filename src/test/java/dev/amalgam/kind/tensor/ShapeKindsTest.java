package dev.amalgam.kind.tensor;

import static dev.amalgam.kind.Numbers.bytes;
import static dev.amalgam.kind.Numbers.floats;
import static dev.amalgam.kind.Numbers.longs;
import static dev.amalgam.kind.Numbers.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.KindException;
import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ShapeKindsTest {
    private static final Tensor SIX = matrix(2, 1, 2, 3, 4, 5, 6);

    @Test
    void castCutsFractionsOff() throws Exception {
        KindRun run = KindRun.of(new CastKind()).in("value", matrix(1, 1.9f, -1.9f, 200));
        assertThat(longs(run.set("to", "int64").run("value"))).containsExactly(1, -1, 200);
        assertThat(run.types()).hasToString("{value=int64[1,3]}");
        assertThat(bytes(run.set("to", "bool").run("value"))).containsExactly(1, 1, 1);
    }

    @Test
    void castTurnsBytesIntoNumbers() throws Exception {
        KindRun run = KindRun.of(new CastKind()).in("value", Tensor.bytes(new long[] {2}, (byte) 255, (byte) 7));
        assertThat(floats(run.run("value"))).containsExactly(255, 7);
    }

    @Test
    void castWritesWholeNumbersAsText() throws Exception {
        KindRun run = KindRun.of(new CastKind()).set("to", "string").in("value", Tensor.longs(new long[] {2}, 12, -3));
        assertThat(run.run("value").strings()).containsExactly("12", "-3");
    }

    @Test
    void reroutePassesOnWhatComesIn() throws Exception {
        KindRun run = KindRun.of(new RerouteKind()).in("value", SIX);
        assertThat(run.run("value")).isEqualTo(SIX);
        assertThat(run.types()).hasToString("{value=float32[2,3]}");
    }

    @Test
    void transposeMovesAxes() throws Exception {
        KindRun run = KindRun.of(new TransposeKind()).numbers("order", 1, 0).in("value", SIX);
        assertThat(floats(run.run("value"))).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(run.types()).hasToString("{value=float32[3,2]}");
    }

    @Test
    void transposeMakesChannelsFirstByDefault() throws Exception {
        KindRun run = KindRun.of(new TransposeKind()).in("value", floats(new long[] {1, 1, 2, 3}, 1, 2, 3, 4, 5, 6));
        Tensor value = run.run("value");
        assertThat(value.dims()).containsExactly(1, 3, 1, 2);
        assertThat(floats(value)).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void transposeRefusesWhatIsNoOrder() {
        assertThatThrownBy(() ->
                        KindRun.of(new TransposeKind()).numbers("order", 0, 2).bareSignature())
                .isInstanceOf(KindException.class)
                .hasMessageContaining("[0.0, 2.0]");
    }

    @Test
    void reshapeKeepsTheOrderOfTheValues() throws Exception {
        KindRun run = KindRun.of(new ReshapeKind()).numbers("shape", 3, -1).in("value", SIX);
        assertThat(run.run("value")).isEqualTo(matrix(3, 1, 2, 3, 4, 5, 6));
        assertThat(run.types()).hasToString("{value=float32[3,2]}");
    }

    @Test
    void reshapeKeepsAnAxisAndFlattensTheRestByDefault() throws Exception {
        KindRun run = KindRun.of(new ReshapeKind()).in("value", floats(new long[] {2, 3, 1, 1}, 1, 2, 3, 4, 5, 6));
        assertThat(run.run("value")).isEqualTo(SIX);
        assertThat(run.types()).hasToString("{value=float32[2,3]}");
    }

    @Test
    void reshapeSaysWhatItCannotKnow() throws Exception {
        assertThat(KindRun.of(new ReshapeKind())
                        .numbers("shape", 4, 0, -1)
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .type())
                .hasToString("T[4,?,?]");
    }

    @Test
    void reshapeRefusesWhatCannotHoldTheValues() {
        assertThatThrownBy(() -> reshaped(4, -1))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("6 elements cannot be put into [4, -1]");
        assertThatThrownBy(() -> reshaped(5)).isInstanceOf(KindException.class);
        assertThatThrownBy(() -> reshaped(-1, -1))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("is not a shape");
        assertThatThrownBy(() -> reshaped(-1, 1, 0))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("axis 2 is to be kept");
    }

    private static void reshaped(double... shape) throws KindException {
        KindRun.of(new ReshapeKind()).numbers("shape", shape).in("value", SIX).signature();
    }

    @Test
    void reshapeCanSayWhatTheResultMeans() throws Exception {
        KindRun run = KindRun.of(new ReshapeKind());
        assertThat(run.bareSignature().outputs().getFirst().meaning()).isEqualTo(new Meaning.SameAs("value"));
        assertThat(run.set("representation", "embedding")
                        .bareSignature()
                        .outputs()
                        .getFirst()
                        .meaning())
                .isEqualTo(new Meaning.Is(Representation.EMBEDDING));
    }
}
