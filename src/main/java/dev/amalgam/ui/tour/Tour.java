package dev.amalgam.ui.tour;

import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Lies over the window, frames one part of it after the other and says what it is for. Next, Back and Skip are buttons; Escape
 * skips too. What lies below can still be used.
 */
public final class Tour extends Pane {
    private static final double WIDTH = 340;
    private static final double AWAY = 14;

    private final List<Step> steps;
    private final Runnable ended;
    private final Region frame = new Region();
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button(Texts.get("tour.back"));
    private final Button next = new Button(Texts.get("tour.next"));
    private final VBox bubble = new VBox(6, count, title, text, buttons());
    private final InvalidationListener follow = _ -> cover();
    private int at;

    private Tour(List<Step> steps, Runnable ended) {
        this.steps = List.copyOf(steps);
        this.ended = ended;
        setManaged(false);
        setPickOnBounds(false);
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        count.getStyleClass().add("quiet");
        title.getStyleClass().add("pane-title");
        List.of(title, text).forEach(label -> label.setWrapText(true));
        bubble.getStyleClass().add("tour-bubble");
        bubble.prefWidthProperty().bind(TextScale.length(WIDTH));
        getChildren().addAll(frame, bubble);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end();
                event.consume();
            }
        });
    }

    /**
     * Begins a tour over a window.
     *
     * @param window its root, which the tour covers until it ends
     * @param steps at least one
     * @param ended called when the last step is done or the rest is skipped
     */
    public static void begin(Pane window, List<Step> steps, Runnable ended) {
        Tour tour = new Tour(steps, ended);
        window.getChildren().add(tour);
        window.layoutBoundsProperty().addListener(tour.follow);
        tour.cover();
        tour.show(0);
    }

    private HBox buttons() {
        Button skip = new Button(Texts.get("tour.skip"));
        skip.setId("tour-skip");
        skip.getStyleClass().add("flat");
        skip.setOnAction(_ -> end());
        back.setId("tour-back");
        back.setOnAction(_ -> show(at - 1));
        next.setId("tour-next");
        next.setDefaultButton(true);
        next.setOnAction(_ -> forward());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, skip, gap, back, next);
        row.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        return row;
    }

    private void cover() {
        if (getParent() instanceof Pane window) {
            resizeRelocate(0, 0, window.getWidth(), window.getHeight());
            requestLayout();
        }
    }

    private void forward() {
        if (at == steps.size() - 1) {
            end();
        } else {
            show(at + 1);
        }
    }

    private void show(int step) {
        at = step;
        String name = "tour." + steps.get(at).name();
        count.setText(Texts.get("tour.count", at + 1, steps.size()));
        title.setText(Texts.get(name));
        text.setText(Texts.get(name + ".text"));
        back.setDisable(at == 0);
        next.setText(Texts.get(at == steps.size() - 1 ? "tour.done" : "tour.next"));
        next.setAccessibleText(title.getText() + ". " + text.getText() + " " + next.getText());
        requestLayout();
        next.requestFocus();
    }

    private void end() {
        if (getParent() instanceof Pane window) {
            window.layoutBoundsProperty().removeListener(follow);
            window.getChildren().remove(this);
            ended.run();
        }
    }

    /** The bubble stands beside what is framed, where there is most room, and always wholly in the window. */
    @Override
    protected void layoutChildren() {
        Region part = steps.get(at).at();
        Bounds box = sceneToLocal(part.localToScene(part.getLayoutBounds()));
        frame.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        double width = Math.min(bubble.prefWidth(-1), getWidth() - 2 * AWAY);
        double height = bubble.prefHeight(width);
        double right = getWidth() - box.getMaxX();
        double x = right > width + 2 * AWAY
                ? box.getMaxX() + AWAY
                : box.getMinX() > width + 2 * AWAY ? box.getMinX() - AWAY - width : box.getCenterX() - width / 2;
        double y = box.getCenterY() - height / 2;
        bubble.resizeRelocate(
                Math.rint(Math.clamp(x, AWAY, Math.max(AWAY, getWidth() - width - AWAY))),
                Math.rint(Math.clamp(y, AWAY, Math.max(AWAY, getHeight() - height - AWAY))),
                width,
                height);
    }
}
