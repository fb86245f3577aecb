package dev.amalgam.ui.values;

import dev.amalgam.compile.PortType;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Aspect;
import dev.amalgam.desk.Closer;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Readings;
import dev.amalgam.desk.SeenEmbeddings;
import dev.amalgam.desk.Statistics;
import dev.amalgam.desk.values.ValueTable;
import dev.amalgam.graph.PortRef;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One enlarged value: what it is of and whether it is true, the ways to see it, the value, and its figures. */
final class ValuePane extends VBox {
    private static final double LEAST = 250;

    /** What was shown last: most news are of other nodes, and cost nothing here. */
    private record Drawn(NodeState state, Typing typing, int look, int age, double width, double height) {
        boolean isSame(Drawn other) {
            return state == other.state
                    && typing == other.typing
                    && look == other.look
                    && age == other.age
                    && width == other.width
                    && height == other.height;
        }
    }

    private final Look look;
    private final ValueHead head;
    private final Region dot = new Region();
    private final Label type = new Label();
    private final Label state = new Label();
    private final ComboBox<Aspect> aspects = new ComboBox<>();
    private final HBox pickers = new HBox(10);
    private final ValueBody body = new ValueBody();
    private final Label foot = new Label();
    private final Tooltip tip = new Tooltip();
    private final Tooltip footTip = new Tooltip();
    private final ValueCopy copy;
    private Optional<Drawn> drawn = Optional.empty();
    private final Runnable redraw;
    private Optional<Tensor> value = Optional.empty();
    private Optional<Tensor> counted = Optional.empty();
    private String figures = "";
    private boolean showing;

    /** @param redraw shows it again as it is looked at now */
    ValuePane(Look look, ValuesHost host, Runnable redraw, Runnable closed) {
        this.look = look;
        this.redraw = redraw;
        this.head = new ValueHead(this::output, this::pin, closed);
        this.copy = new ValueCopy(host, this::wanted);
        getStyleClass().add("value-pane");
        minWidthProperty().bind(TextScale.length(LEAST));
        HBox.setHgrow(this, Priority.ALWAYS);
        setPrefWidth(LEAST);
        aspects();
        type.getStyleClass().add("quiet");
        type.setMinWidth(0);
        type.setTooltip(tip);
        state.getStyleClass().add("quiet");
        state.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("value-dot");
        foot.getStyleClass().addAll("quiet", "value-foot");
        foot.setTooltip(footTip);
        HBox status = new HBox(6, dot, state, type);
        FlowPane choices = new FlowPane(8, 4, aspects, pickers, copy);
        choices.setMinHeight(USE_PREF_SIZE);
        for (HBox line : List.of(status, pickers)) {
            line.setAlignment(Pos.CENTER_LEFT);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, status, choices, body, foot);
        body.onResized(redraw);
        body.grid().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy.copyText();
                event.consume();
            }
        });
    }

    private void aspects() {
        aspects.getStyleClass().add("small");
        aspects.setAccessibleText(Texts.get("values.aspect"));
        aspects.setConverter(new StringConverter<>() {
            @Override
            public String toString(Aspect aspect) {
                return aspect == null ? "" : Texts.get("aspect." + aspect.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Aspect fromString(String text) {
                throw new UnsupportedOperationException("nobody types an aspect");
            }
        });
        aspects.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) {
                look.choose(chosen);
                redraw.run();
            }
        });
    }

    Look look() {
        return look;
    }

    private void output(String name) {
        look.port(name);
        redraw.run();
    }

    private void pin(boolean on) {
        look.pin(on);
        redraw.run();
    }

    /** Goes on to the next way to see it. */
    void next() {
        List<Aspect> all = aspects.getItems();
        if (!all.isEmpty()) {
            aspects.setValue(all.get((all.indexOf(aspects.getValue()) + 1) % all.size()));
        }
    }

    /** Takes the keyboard to the list of the ways to see it. */
    void focus() {
        aspects.requestFocus();
    }

    /** What to copy: the selected cells of the table where there are several, else all of the value. */
    private Optional<Tensor> wanted() {
        boolean table = aspects.getValue() == Aspect.TABLE;
        return value.map(tensor -> body.grid()
                .selected()
                .filter(part -> table && part.height() * part.width() > 1)
                .filter(_ -> tensor.element().bits() % 8 == 0)
                .map(part -> new ValueTable(tensor, look.places()).copy(part))
                .orElse(tensor));
    }

    /** Shows the value as it is looked at, and as true as it is. */
    void show(Typing typing, NodeState now, SeenEmbeddings seen, int age) {
        PortRef port = look.port();
        Drawn next = new Drawn(now, typing, look.version(), age, body.getWidth(), body.getHeight());
        if (drawn.filter(next::isSame).isPresent()) {
            return;
        }
        drawn = Optional.of(next);
        Optional<TypedNode> typed = typing.node(port.node());
        Optional<PortType> known = typing.output(port);
        value = Optional.ofNullable(now.outputs().get(port.port()));
        copy.name(port.toString());
        head.show(port, typed, look.isPinned());
        type.setText(ValueStatus.type(value, known));
        tip.setText(type.getText());
        boolean isThere = typing.graph().node(port.node()).isPresent();
        status(isThere ? now : NodeState.WAITING);
        String why = ValueStatus.why(now, port.port(), isThere);
        setAccessibleText(port + ", " + state.getText() + ", " + type.getText() + (why.isEmpty() ? "" : ". " + why));
        if (value.isEmpty() || !isThere) {
            none(why);
        } else {
            Form form = known.map(it -> it.representation().form()).orElse(Form.RAW);
            show(value.get(), main(typing, port, now), form, () -> seen.at(typing, port), age);
            foot(value.get(), why);
        }
    }

    private void status(NodeState now) {
        state.setText(ValueStatus.state(now));
        for (Status each : Status.values()) {
            PseudoClass pseudo = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
            pseudoClassStateChanged(pseudo, each == now.status());
        }
        body.stale(now.status() == Status.STALE && !now.outputs().isEmpty());
    }

    private void none(String why) {
        body.none(why);
        foot.setText("");
        aspects.setDisable(true);
        copy.setDisable(true);
        pickers.getChildren().clear();
        pickers.setManaged(false);
    }

    private void show(
            Tensor tensor,
            Optional<Reading> main,
            Form form,
            java.util.concurrent.Callable<List<dev.amalgam.desk.values.Seen>> seen,
            int age) {
        List<Aspect> possible = Aspect.of(tensor, form, main);
        Aspect aspect = look.aspect(possible);
        showing = true;
        if (!aspects.getItems().equals(possible)) {
            aspects.getItems().setAll(possible);
        }
        aspects.setValue(aspect);
        showing = false;
        aspects.setDisable(false);
        copy.setDisable(false);
        pickers(tensor, aspect);
        if (aspect == Aspect.TABLE) {
            body.table(tensor, look.places());
        } else {
            body.show(new Closer(tensor, main, List.of()), aspect, look.channel(), form, seen, age);
        }
    }

    /** What its card shows, for the main result; for any other output what its type suggests. */
    private static Optional<Reading> main(Typing typing, PortRef port, NodeState now) {
        boolean isMain = typing.node(port.node())
                .map(node -> node.outputs().firstEntry().getKey().equals(port.port()))
                .orElse(false);
        return isMain
                ? now.reading()
                : new Readings(
                                typing,
                                asked -> Optional.ofNullable(now.outputs().get(asked.port()))
                                        .filter(_ -> asked.node().equals(port.node())))
                        .of(port);
    }

    /** One picker for each axis of which only one place is shown. */
    private void pickers(Tensor tensor, Aspect aspect) {
        List<Integer> sizes = sizes(tensor, aspect);
        if (pickers.getChildren().size() != sizes.size() || pickers.getUserData() != aspect) {
            pickers.setUserData(aspect);
            List<PlacePicker> made = new ArrayList<>();
            for (int axis = 0; axis < sizes.size(); axis++) {
                made.add(picker(aspect, axis, sizes.size()));
            }
            pickers.getChildren().setAll(made);
        }
        for (int axis = 0; axis < sizes.size(); axis++) {
            int place = aspect == Aspect.TABLE
                    ? axis < look.places().size() ? look.places().get(axis) : 0
                    : look.channel();
            ((PlacePicker) pickers.getChildren().get(axis))
                    .show(Math.min(place, Math.max(0, sizes.get(axis) - 1)), sizes.get(axis));
        }
        pickers.setManaged(sizes.stream().anyMatch(size -> size > 1));
    }

    private static List<Integer> sizes(Tensor tensor, Aspect aspect) {
        List<Integer> others = new ValueTable(tensor, List.of()).others();
        return switch (aspect) {
            case TABLE -> others;
            case CHANNEL, HEAT ->
                others.isEmpty() ? List.of() : List.of(others.stream().reduce(1, Math::multiplyExact));
            default -> List.of();
        };
    }

    private PlacePicker picker(Aspect aspect, int axis, int axes) {
        if (aspect == Aspect.TABLE) {
            return new PlacePicker(Texts.get("values.axis", axis), place -> {
                look.place(axis, place, axes);
                redraw.run();
            });
        }
        return new PlacePicker(Texts.get("values.channel"), place -> {
            look.channel(place);
            redraw.run();
        });
    }

    /** What is odd about it, or else its figures, which are counted once for each value. */
    private void foot(Tensor tensor, String why) {
        if (counted.isEmpty() || counted.get() != tensor) {
            counted = Optional.of(tensor);
            figures = "";
            UiThread.compute(foot, () -> Statistics.of(tensor), told -> {
                figures = told.substring(tensor.type().toString().length()).replaceFirst("^[,:] ", "");
                foot.setText(foot.getText().isEmpty() ? figures : foot.getText());
            });
        }
        foot.setText(why.isEmpty() ? figures : why);
        footTip.setText(foot.getText());
        foot.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarm"), !why.isEmpty());
    }
}
