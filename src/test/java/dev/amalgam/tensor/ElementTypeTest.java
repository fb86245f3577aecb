package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTypeTest {
    @ParameterizedTest
    @EnumSource
    void codeAndNameLeadBack(ElementType type) {
        assertThat(ElementType.ofCode(type.code())).contains(type);
        assertThat(ElementType.named(type.toString())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25, Integer.MAX_VALUE})
    void otherCodesAreUnknown(int code) {
        assertThat(ElementType.ofCode(code)).isEmpty();
    }

    @Test
    void sizesRoundUpToWholeBytes() {
        assertThat(ElementType.FLOAT32.bytes(3)).isEqualTo(12);
        assertThat(ElementType.INT4.bytes(3)).isEqualTo(2);
        assertThat(ElementType.STRING.bytes(3)).isZero();
    }
}
