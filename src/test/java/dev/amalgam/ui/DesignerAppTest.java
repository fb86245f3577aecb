package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignerAppTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":98765", "unix:98765", ":98765.0"})
    void aDisplayThatIsNotThereDoesNotAnswer(String display) {
        assertThat(DesignerApp.answers(display)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere:0", "localhost:10.0"})
    void aDisplayOnAnotherMachineIsTried(String display) {
        assertThat(DesignerApp.answers(display)).isTrue();
    }
}
