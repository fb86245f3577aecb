package dev.amalgam.ui.values;

import dev.amalgam.desk.Aspect;
import dev.amalgam.desk.Closer;
import dev.amalgam.desk.values.Seen;
import dev.amalgam.desk.values.ValueTable;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** The enlarged value itself: a preview, or the table of its values; hatched where it is not true any more. */
final class ValueBody extends StackPane {
    /** What is shown; two that are equal look the same. */
    private record Shown(
            int value,
            Optional<Integer> main,
            Aspect aspect,
            int channel,
            Form form,
            double width,
            double height,
            int seen) {}

    private final PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final ValueGrid grid = new ValueGrid();
    private final Label nothing = new Label();
    private final Rectangle veil = new Rectangle();
    private Optional<Shown> shown = Optional.empty();
    private Runnable resized = () -> {};

    ValueBody() {
        getStyleClass().add("value-body");
        setMinSize(0, 0);
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        veil.getStyleClass().add("veil");
        veil.setManaged(false);
        veil.setMouseTransparent(true);
        veil.widthProperty().bind(widthProperty());
        veil.heightProperty().bind(heightProperty());
        getChildren().addAll(place, grid, nothing, veil);
        only(nothing);
        widthProperty().addListener(_ -> UiThread.later(this, () -> resized.run()));
        heightProperty().addListener(_ -> UiThread.later(this, () -> resized.run()));
    }

    void onResized(Runnable listener) {
        resized = listener;
    }

    ValueGrid grid() {
        return grid;
    }

    private void only(javafx.scene.Node one) {
        getChildren().forEach(child -> child.setVisible(child == one || (child == veil && veil.isVisible())));
    }

    void stale(boolean stale) {
        veil.setVisible(stale);
        place.setOpacity(stale ? 0.6 : 1);
    }

    /** Shows that there is nothing to see, and why. */
    void none(String why) {
        shown = Optional.empty();
        place.replace();
        nothing.setText(why);
        only(nothing);
    }

    void table(Tensor value, List<Integer> places) {
        shown = Optional.empty();
        only(grid);
        grid.show(new ValueTable(value, places), value.element() == ElementType.STRING);
    }

    /**
     * Shows an aspect soon; what it takes to find out is done off the UI thread.
     *
     * @param seen the embeddings seen so far; asked off the UI thread, and only where the aspect wants them
     * @param age changes with each embedding that is seen
     */
    void show(Closer closer, Aspect aspect, int channel, Form form, Callable<List<Seen>> seen, int age) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        if (width < 1 || height < 1) {
            return;
        }
        boolean wantsSeen = aspect == Aspect.NEIGHBOURS || aspect == Aspect.PROJECTION;
        Shown next = new Shown(
                System.identityHashCode(closer.value()),
                closer.main().map(System::identityHashCode),
                aspect,
                channel,
                form,
                width,
                height,
                wantsSeen ? age : 0);
        if (shown.equals(Optional.of(next))) {
            return;
        }
        shown = Optional.of(next);
        UiThread.compute(
                this,
                () -> (wantsSeen ? new Closer(closer.value(), closer.main(), seen.call()) : closer)
                        .reading(aspect, channel),
                reading -> {
                    if (shown.equals(Optional.of(next))) {
                        reading.ifPresentOrElse(
                                it -> {
                                    place.show(it, form, width, height);
                                    only(place);
                                },
                                () -> {
                                    none(Texts.get(wantsSeen ? "values.seen.few" : "values.nothing"));
                                    shown = Optional.of(next);
                                });
                    }
                });
    }
}
