package dev.amalgam.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.model.RecipeSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "float16",
                "cut from=image to=a to=b:0",
                "opset version=21",
                "rename new=y old=\"a name\" what=input",
                "rename new=y old=\"a \\\"b\\\" \\\\c\"",
                "insert attributes=axis=1 operator=Concat tensor=x"
            })
    void whatIsPrintedReadsTheSame(String text) throws Exception {
        assertThat(StepText.print(StepText.parse(text, RecipeSetting.RECIPE))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "blur | There is no step named 'blur'",
                "`` | A step is empty",
                "float16 to=x | The step float16 has no 'to'",
                "cut logits | The step cut has no 'logits'",
                "opset version=new | 'new' is no version"
            })
    void whatIsNoStepIsRefused(String text, String why) {
        assertThatThrownBy(() -> StepText.parse(text, RecipeSetting.RECIPE))
                .isInstanceOf(KindException.class)
                .hasMessage(why);
    }

    @Test
    void aFileIsMeantFromTheFolderWhereOneIs() throws Exception {
        assertThat(StepText.print(StepText.parse("head tensor=x model=h.onnx", RecipeSetting.RECIPE)))
                .startsWith("head model=")
                .endsWith("h.onnx tensor=x");
    }
}
