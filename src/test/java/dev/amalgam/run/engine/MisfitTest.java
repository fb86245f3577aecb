package dev.amalgam.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.run.StepFailure.WrongInput;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit says where, what was expected, what came, and what would help. */
class MisfitTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        float32[N,3,224,224]; float32[1,3,300,451];  2; Put a Resize to 224 × 224 where the picture comes in
        float32[N,192,256,3]; float32[1,192,300,3];  2; Put a Resize to 192 × 256 where the picture comes in
        int64[N];             float32[1];           -1; Put a Cast to int64 before it
        float32[N,1024];      float32[1,1024,1,1];  -1; Put a Reshape to 2 axes before it
        float32[N,1024];      float32[1,512];        1; Put a Transpose or Reshape before it, or choose what gives 1024 there
        """)
    void theNearestWay(String expected, String got, int axis, String remedy) {
        OptionalInt dimension = axis < 0 ? OptionalInt.empty() : OptionalInt.of(axis);
        assertThat(Misfit.remedy(new WrongInput("x", dimension, expected, got))).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = "float32[N,3,224,224]; float32[1,3,300,451]; 2")
    void theSentenceNamesTheSizes(String expected, String got, int axis) {
        assertThat(new WrongInput("x", OptionalInt.of(axis), expected, got).sentence())
                .isEqualTo(
                        "The input 'x' expects float32[N,3,224,224] but gets float32[1,3,300,451]; dimension 2 must be "
                                + "224 and is 300.");
    }
}
