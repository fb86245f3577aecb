package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The guided tour, as somebody takes it who starts the program for the first time. */
class TourTest extends WindowCase {
    @Test
    void eachStepLeadsToTheNextAndTheLastEndsTheTour() {
        begin();
        assertThat(robot.lookup("#tour-back").queryButton().isDisabled()).isTrue();
        Set<String> titles = new HashSet<>();
        while (robot.lookup("#tour-next").tryQuery().isPresent()) {
            titles.add(robot.lookup(".tour-bubble .pane-title").queryLabeled().getText());
            robot.interact(() -> robot.lookup("#tour-next").queryButton().fire());
        }
        assertThat(titles).hasSize(6);
        assertThat(desk.preferences().now().tourSeen()).isTrue();
    }

    @Test
    void escapeSkipsTheRestAndTheTourCanBeRepeated() {
        begin();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".tour-bubble").tryQuery()).isEmpty();
        begin();
        assertThat(robot.lookup(".tour-bubble").tryQuery()).isPresent();
    }

    private void begin() {
        robot.interact(() -> window.actions().get("help.tour").run());
        settle();
    }
}
