package dev.amalgam.kind.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.Signature;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"float32[N,1000]", "string[1,6]", "uint8[height,width,3]", "int64[]"})
    void takesAnythingAndIsAResult(String type) throws Exception {
        Signature.Input value =
                KindRun.of(new OutputKind()).bareSignature().input("value").orElseThrow();
        assertThat(new Unifier().unify(value.type(), TensorType.parse(type).scoped("above")))
                .isEmpty();
        assertThat(value.accepts()).isEmpty();
        assertThat(new OutputKind().isResult()).isTrue();
    }
}
