package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MigrationsTest {
    private static final Migrations TWO = new Migrations(List.of(adds("one to two"), adds("two to three")));

    private static UnaryOperator<ObjectNode> adds(String step) {
        return text -> text.deepCopy().put("steps", text.path("steps").asString("") + step + "; ");
    }

    private static String steps(String text) throws ProjectException {
        return TWO.migrate(Json.parse(text, "old"), "old").path("steps").asString("");
    }

    @Test
    void takesAFileThroughEachStepAfterItsOwnSchema() throws ProjectException {
        assertThat(steps("{\"schema\": 1}")).isEqualTo("one to two; two to three; ");
        assertThat(steps("{\"schema\": 2}")).isEqualTo("two to three; ");
        assertThat(steps("{\"schema\": 3}")).isEmpty();
    }

    @Test
    void refusesWhatIsNewerThanTheLastStep() {
        var refused = catchThrowableOfType(ProjectException.class, () -> steps("{\"schema\": 4}"));
        assertThat(refused.code()).isEqualTo("newer-schema");
        assertThat(refused).hasMessage("old is of schema 4, and this program reads up to schema 3");
    }
}
