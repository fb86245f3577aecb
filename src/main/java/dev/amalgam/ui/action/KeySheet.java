package dev.amalgam.ui.action;

import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.search.FocusArea;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Which keys call what, to be searched and changed: Enter or a click on a line waits for new keys, Delete leaves it without any,
 * and a line that was changed can be brought back. Keys that call something else already are taken from there only after
 * that was said. Stands in any parent as an unmanaged child.
 */
public final class KeySheet extends VBox {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 560;

    private final Actions actions;
    private final TextField search = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final Label said = new Label();
    private final Runnable closed;
    private boolean open = true;
    private @Nullable Action waiting;
    private Optional<KeyCombination> asked = Optional.empty();

    /** @param closed takes it away; called once */
    public KeySheet(Actions actions, Runnable closed) {
        this.actions = actions;
        this.closed = closed;
        setManaged(false);
        getStyleClass().addAll("picker", "key-sheet");
        Label title = new Label(Texts.get("help.keys"));
        title.getStyleClass().add("headline");
        search.setId("key-search");
        search.setPromptText(Texts.get("keys.search"));
        search.setAccessibleText(Texts.get("keys.search"));
        search.textProperty().addListener(_ -> fill());
        list.setId("key-list");
        list.setAccessibleText(Texts.get("help.keys"));
        list.setPlaceholder(new Label(Texts.get("keys.none")));
        list.setCellFactory(_ -> new KeyCell(this));
        VBox.setVgrow(list, Priority.ALWAYS);
        said.setId("keys-said");
        said.setWrapText(true);
        said.minHeightProperty().bind(TextScale.length(34));
        getChildren().addAll(title, search, list, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        keepToItself();
        fill();
        say("keys.how");
    }

    private HBox foot() {
        Button all = new Button(Texts.get("keys.reset-all"));
        all.setId("keys-reset-all");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> {
            actions.setKeys(KeyMap.standard());
            say("keys.how");
            list.refresh();
        });
        HBox foot = new HBox(12, said, all);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        foot.getStyleClass().add("key-foot");
        return foot;
    }

    /** What is done here must not reach what lies below. Tab goes on from part to part. */
    private void keepToItself() {
        addEventHandler(KeyEvent.ANY, event -> {
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
        FocusArea.onLeave(this, this::close);
    }

    /** Takes its place in the middle of an area of that size and waits for what is typed. */
    public void open(double width, double height) {
        double wide = Math.min(WIDTH * TextScale.factor(), width - 32);
        double high = Math.min(HEIGHT * TextScale.factor(), height - 32);
        resizeRelocate(Math.rint((width - wide) / 2), Math.rint((height - high) / 2), wide, high);
        search.requestFocus();
    }

    private void close() {
        if (open) {
            open = false;
            closed.run();
        }
    }

    private void fill() {
        String typed = search.getText();
        list.getItems()
                .setAll(actions.all().stream()
                        .filter(it -> Fuzzy.score(typed, it.title(), it.help() + " " + it.keysText())
                                .isPresent())
                        .toList());
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void press(KeyEvent event) {
        if (waiting != null) {
            take(waiting, event);
            event.consume();
            return;
        }
        Action chosen = list.getSelectionModel().getSelectedItem();
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN, UP -> {
                step(event.getCode() == KeyCode.DOWN ? 1 : -1);
            }
            case ENTER -> {
                if (chosen == null || event.getTarget() instanceof Button) {
                    return;
                }
                listen(chosen);
            }
            case DELETE -> {
                if (chosen == null
                        || event.getTarget() == search && !search.getText().isEmpty()) {
                    return;
                }
                set(actions.keys().with(chosen.name()), Texts.get("keys.without", chosen.title()));
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 4));
        }
    }

    /** Waits for the new keys of an action. */
    void listen(Action action) {
        waiting = action;
        asked = Optional.empty();
        list.getSelectionModel().select(action);
        list.requestFocus();
        say("keys.press", action.title());
        list.refresh();
    }

    boolean isWaitingFor(Action action) {
        return action == waiting;
    }

    boolean isChanged(Action action) {
        return actions.keys().isChanged(action.name());
    }

    /** Brings the standard keys of an action back. */
    void reset(Action action) {
        set(actions.keys().reset(action.name()), Texts.get("keys.how"));
    }

    private void take(Action action, KeyEvent event) {
        boolean agreed = asked.isPresent() && event.getCode() == KeyCode.ENTER;
        if (event.getCode() == KeyCode.ESCAPE) {
            stopWaiting();
            say("keys.how");
        } else if (agreed) {
            bind(action, asked.get());
        } else {
            Pressed.combination(event).ifPresent(keys -> ask(action, keys));
        }
    }

    private void ask(Action action, KeyCombination keys) {
        List<Action> others = others(action, keys);
        if (others.isEmpty()) {
            bind(action, keys);
        } else {
            asked = Optional.of(keys);
            say("keys.taken", keys.getDisplayText(), others.getFirst().title());
        }
    }

    private List<Action> others(Action action, KeyCombination keys) {
        return actions.all().stream()
                .filter(it -> it != action && actions.keys().calls(it.name(), keys))
                .toList();
    }

    private void bind(Action action, KeyCombination keys) {
        KeyMap changed = actions.keys().with(action.name(), keys);
        for (Action other : others(action, keys)) {
            changed = changed.without(other.name(), keys);
        }
        set(changed, Texts.get("keys.set", keys.getDisplayText(), action.title()));
    }

    private void set(KeyMap changed, String sentence) {
        stopWaiting();
        actions.setKeys(changed);
        said.setText(sentence);
        list.refresh();
    }

    private void stopWaiting() {
        waiting = null;
        asked = Optional.empty();
        list.refresh();
    }

    private void say(String text, Object... values) {
        said.setText(Texts.get(text, values));
    }
}
