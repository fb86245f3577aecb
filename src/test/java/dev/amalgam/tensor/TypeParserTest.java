package dev.amalgam.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "float32[]",
                "float32[N,C,H,W]",
                "uint8[height,width,3]",
                "T[...B,K]",
                "T[...B]",
                "T[...]",
                "string[?,?]",
                "float32[N,A+B]",
                "float32[2*A+3*B-1]",
                "float32[-A+8]",
                "float8e4m3fn[0]",
                "int64[999999999999999999]",
            })
    void whatPrintsIsReadAgain(String text) {
        TensorType type = TensorType.parse(text);
        assertThat(type).hasToString(text);
        assertThat(TensorType.parse(type.toString())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ' float32 [ N , 3 ] ' | float32[N,3]
        float32[3*4]          | float32[12]
        float32[B+A+B]        | float32[A+2*B]
        float32[N-N+4]        | float32[4]
        float32[1+N]          | float32[N+1]
        """)
    void sumsAreWorkedOut(String text, String result) {
        assertThat(TensorType.parse(text)).hasToString(result);
    }

    @Test
    void anUnknownSizeIsEqualToNoOther() {
        Shape shape = TensorType.parse("float32[?,?]").shape();
        assertThat(shape.dims().get(0)).isNotEqualTo(shape.dims().get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                           | it is not of the form element[axis,axis,…]
        float32                      | it is not of the form element[axis,axis,…]
        float32[N                    | it is not of the form element[axis,axis,…]
        [N]                          | it is not of the form element[axis,axis,…]
        3[N]                         | it is not of the form element[axis,axis,…]
        float32[N]x                  | it is not of the form element[axis,axis,…]
        float32[N,]                  | '' is not an axis
        float32[,N]                  | '' is not an axis
        float32[N C]                 | 'N C' is not an axis
        float32[2N]                  | '2N' is not an axis
        float32[N+]                  | 'N+' is not an axis
        float32[N*2]                 | 'N*2' is not an axis
        float32[N][C]                | 'N][C' is not an axis
        float32[2*3*N]               | '2*3*N' is not an axis
        float32[1.5]                 | '1.5' is not an axis
        float32[...B C]              | '...B C' is not an axis
        float32[N,...B]              | a pack may only come first
        float32[...A,...B]           | a pack may only come first
        float32[-1]                  | '-1' is negative
        float32[9999999999999999999] | '9999999999999999999' is not an axis
        float32[999999999999999999*999999999999999999] | '999999999999999999*999999999999999999' is too large
        """)
    void whatIsMalformedIsRefusedWithTheTextAndTheReason(String text, String why) {
        assertThatThrownBy(() -> TensorType.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a tensor type: " + text + " — " + why);
    }
}
