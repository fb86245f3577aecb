package dev.amalgam.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Reading;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PreviewPlaceTest {
    private static final int PATIENCE = 20;

    private final FxRobot robot = new FxRobot();
    private final PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final List<Node> shown = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void follow() {
        place.getChildren().addListener((ListChangeListener<Node>) _ -> shown.addAll(place.getChildren()));
    }

    @Test
    void onlyAReadingThatSaysSomethingElseIsDrawnAgain() throws Exception {
        show(field(1));
        settle();
        show(field(1));
        settle();
        assertThat(shown).hasSize(1);
        show(field(2));
        settle();
        assertThat(shown).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void anotherSizeIsDrawnAgain() throws Exception {
        show(field(1));
        settle();
        robot.interact(() -> place.show(field(1), 40, 20));
        settle();
        assertThat(place.getChildren())
                .singleElement()
                .satisfies(it -> assertThat(it.prefWidth(-1)).isEqualTo(40));
    }

    @Test
    void drawingIsNotDoneOnTheUiThreadAndWhatWasThereStaysMeanwhile() throws Exception {
        show(field(1));
        settle();
        CountDownLatch held = holdDrawings();
        show(field(2));
        assertThat(place.getChildren()).isEqualTo(shown).hasSize(1);
        held.countDown();
        settle();
        assertThat(shown).hasSize(2);
    }

    @Test
    void ofReadingsThatWaitOnlyTheNewestIsDrawn() throws Exception {
        CountDownLatch held = holdDrawings();
        show(new Reading.Text(List.of("older")));
        show(new Reading.Text(List.of("newer")));
        held.countDown();
        settle();
        assertThat(shown).extracting(Node::getAccessibleText).containsExactly("newer");
    }

    @Test
    void whatReplacesAReadingIsNotOverwrittenByItsDrawing() throws Exception {
        Rectangle other = new Rectangle();
        CountDownLatch held = holdDrawings();
        show(field(1));
        robot.interact(() -> place.replace(other));
        held.countDown();
        settle();
        assertThat(shown).containsExactly(other);
    }

    private void show(Reading reading) {
        robot.interact(() -> place.show(reading, 60, 30));
    }

    /** Equal for equal values, and never the same object. */
    private static Reading field(float value) {
        return new Reading.Mosaic(Tensor.floats(new long[] {1, 1, 1, 2}, 0, value));
    }

    /** Keeps all drawings waiting until the latch is counted down. */
    private static CountDownLatch holdDrawings() {
        CountDownLatch held = new CountDownLatch(1);
        UiThread.draw(
                held,
                () -> {
                    assertThat(Platform.isFxApplicationThread()).isFalse();
                    return held.await(PATIENCE, TimeUnit.SECONDS);
                },
                _ -> {});
        return held;
    }

    private static void settle() throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, UiThread::isIdle);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
