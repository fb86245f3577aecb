package dev.amalgam.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.tensor.TensorType;
import org.junit.jupiter.api.Test;

class DimNamesTest {
    private final DimNames names = new DimNames();

    private String unique(String scope, String type) {
        return names.unique(TensorType.parse(type).scoped(scope)).toString();
    }

    @Test
    void theFirstKeepsItsNameAndOthersGetANumber() {
        assertThat(unique("a", "float32[N,3]")).isEqualTo("float32[N,3]");
        assertThat(unique("b", "float32[N,H]")).isEqualTo("float32[N_2,H]");
        assertThat(unique("c", "float32[N]")).isEqualTo("float32[N_3]");
    }

    @Test
    void theSameSizeKeepsTheSameName() {
        unique("a", "float32[N]");
        unique("b", "float32[N]");
        assertThat(unique("b", "uint8[N,N+1]")).isEqualTo("uint8[N_2,N_2+1]");
        assertThat(unique("a", "uint8[2*N]")).isEqualTo("uint8[2*N]");
    }

    @Test
    void aNameThatIsTakenByChanceIsNotUsedTwice() {
        assertThat(unique("a", "float32[N_2,N]")).isEqualTo("float32[N_2,N]");
        assertThat(unique("b", "float32[N]")).isEqualTo("float32[N_3]");
    }

    @Test
    void unnamedSizesStayUnnamed() {
        assertThat(unique("a", "float32[?,N,?]")).isEqualTo("float32[?,N,?]");
    }
}
