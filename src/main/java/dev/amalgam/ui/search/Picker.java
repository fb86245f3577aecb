package dev.amalgam.ui.search;

import dev.amalgam.ui.look.TextScale;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A list that opens where one works, to choose one thing from: type a few letters, walk with the arrows, take it with Enter
 * or a click. Escape, Tab or a click elsewhere close it with nothing chosen. Stands in any parent as an unmanaged child.
 *
 * @param <T> what is chosen
 */
public final class Picker<T> extends VBox {
    private static final double WIDE = 540;

    private static final double WIDTH = 340;
    private static final double HEIGHT = 360;
    private static final double ROW = 28;
    private static final double FOOT = 58;

    /** What the search field and all edges take. */
    private static final double FRAME = 64;

    private static final double EDGE = 8;

    private final TextField search = new TextField();
    private final ListView<Line<T>> list = new ListView<>();
    private final Label help = new Label();
    private final Function<String, List<Line<T>>> find;
    private final Consumer<T> chosen;
    private Runnable closed = () -> {};
    private Runnable escaped = () -> {};
    private Consumer<Optional<T>> pointed = _ -> {};
    private boolean open = true;
    private double most = WIDTH;
    private double tall = HEIGHT;
    private boolean pressed;

    /**
     * A list that waits to be shown.
     *
     * @param prompt what can be typed, and the list's name for those who hear it
     * @param nothing what is said where nothing fits
     * @param find the lines for what was typed, the best first within its group
     * @param chosen is given what was chosen, once the list is closed
     */
    public Picker(String prompt, String nothing, Function<String, List<Line<T>>> find, Consumer<T> chosen) {
        this.find = find;
        this.chosen = chosen;
        getStyleClass().add("picker");
        setManaged(false);
        search.setId("picker-search");
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.textProperty().addListener(_ -> refill());
        list.setId("picker-list");
        list.setAccessibleText(prompt);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new LineCell<>(this::take));
        list.setPlaceholder(quiet(nothing));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> point(line));
        help.getStyleClass().add("picker-help");
        help.setWrapText(true);
        help.setMaxWidth(Double.MAX_VALUE);
        help.minHeightProperty().bind(TextScale.length(FOOT));
        help.maxHeightProperty().bind(TextScale.length(FOOT));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list, help);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        keepToItself();
        refill();
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    /** What is done in the list must not reach what lies below it. */
    private void keepToItself() {
        addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
        FocusArea.onLeave(this, this::close);
    }

    /** Gives lines more room, where they say more. To be called before it opens. */
    public void wide() {
        most = WIDE;
    }

    /** How wide it would like to be, in pixels at the present size of text. */
    public double width() {
        return most * TextScale.factor();
    }

    /** Takes no more height than its lines need. To be called before it opens. */
    public void low() {
        tall = Math.min(HEIGHT, FRAME + FOOT + Math.max(1, list.getItems().size()) * ROW);
    }

    /** Calls {@code task}, which takes the list away, once when it is closed. */
    public void onClosed(Runnable task) {
        closed = task;
    }

    /** Calls {@code task} after Escape has closed it: the way back to what was asked before. */
    public void onEscape(Runnable task) {
        escaped = task;
    }

    /** Tells {@code listener} what Enter would take, from now on until it is closed; empty where nothing fits. */
    public void onPointed(Consumer<Optional<T>> listener) {
        pointed = listener;
        point(list.getSelectionModel().getSelectedItem());
    }

    /** Takes its place near a point of its parent, wholly within {@code bounds}, and waits for what is typed. */
    public void open(double x, double y, Bounds bounds) {
        double width = Math.min(width(), bounds.getWidth() - 2 * EDGE);
        double height = Math.min(tall * TextScale.factor(), bounds.getHeight() - 2 * EDGE);
        double left = Math.min(x, bounds.getMaxX() - width - EDGE);
        double top = Math.min(y, bounds.getMaxY() - height - EDGE);
        resizeRelocate(
                Math.rint(Math.max(bounds.getMinX() + EDGE, left)),
                Math.rint(Math.max(bounds.getMinY() + EDGE, top)),
                width,
                height);
        search.requestFocus();
    }

    /** Closes it with nothing chosen, if it is open. */
    public void close() {
        if (open) {
            open = false;
            closed.run();
        }
    }

    private void point(@Nullable Line<T> line) {
        Optional<Line.Choice<T>> choice = line instanceof Line.Choice<T> it ? Optional.of(it) : Optional.empty();
        help.setText(choice.map(Line.Choice::help).orElse(""));
        pointed.accept(choice.map(Line.Choice::value));
    }

    private void refill() {
        list.getItems().setAll(find.apply(search.getText()));
        step(-1, 1);
    }

    /** The letter whose key opened the list was pressed elsewhere, and is not meant for it. */
    private void typed(KeyEvent event) {
        if (!pressed) {
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        pressed = true;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> step(at, 1);
            case UP -> step(at, -1);
            case PAGE_DOWN -> step(Math.min(at + page(), list.getItems().size() - 2), 1);
            case PAGE_UP -> step(Math.max(at - page(), 1), -1);
            case ENTER -> take();
            case ESCAPE -> escape();
            case TAB -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int page() {
        return (int) (list.getHeight() / (ROW * TextScale.factor()));
    }

    /** Goes to the next choice in a direction; headings are passed over. */
    private void step(int from, int direction) {
        IntStream.iterate(from + direction, i -> i >= 0 && i < list.getItems().size(), i -> i + direction)
                .filter(i -> list.getItems().get(i) instanceof Line.Choice)
                .findFirst()
                .ifPresent(i -> {
                    list.getSelectionModel().clearAndSelect(i);
                    list.scrollTo(Math.max(0, i - 3));
                });
    }

    private void escape() {
        close();
        escaped.run();
    }

    private void take() {
        Line<T> line = list.getSelectionModel().getSelectedItem();
        if (open && line instanceof Line.Choice<T> choice) {
            close();
            chosen.accept(choice.value());
        }
    }
}
