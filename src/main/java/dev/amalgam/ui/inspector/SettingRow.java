package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A setting: its title, its control, the way back to its standard, and why what was typed is no value. */
final class SettingRow extends VBox {
    private final Setting setting;
    private final Editor editor;
    private final Button reset = new Button("↺");
    private final Label complaint = new Label();

    /**
     * What a row tells its owner; empty goes back to the standard, and {@code goesOn} makes it one step with the change before.
     * It gives back why that cannot be, empty where it can.
     */
    interface Change {
        String to(Optional<Value> value, boolean goesOn);
    }

    SettingRow(Setting setting, Editors editors, Change change) {
        this.setting = setting;
        getStyleClass().add("setting");
        setId("setting-" + setting.name());
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.visibleProperty());
        complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
        editor = editors.of(setting, host(change));
        reset.getStyleClass().addAll("flat", "reset");
        reset.setAccessibleText(reset());
        reset.setTooltip(new Tooltip(reset()));
        reset.setOnAction(_ -> complaint.setText(change.to(Optional.empty(), false)));
        getChildren().addAll(line(), complaint);
    }

    private Editor.Host host(Change change) {
        return new Editor.Host() {
            @Override
            public void commit(Value value) {
                turn(value, false);
            }

            @Override
            public void turn(Value value, boolean goesOn) {
                boolean standard = setting.field().initial().equals(Optional.of(value));
                complaint.setText(change.to(standard ? Optional.empty() : Optional.of(value), goesOn));
            }

            @Override
            public void complain(String sentence) {
                complaint.setText(sentence);
            }
        };
    }

    /** Puts something to do with the setting into a menu of its own. */
    void offer(String title, Runnable task) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> task.run());
        ContextMenu menu = new ContextMenu(item);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private String reset() {
        Optional<Value> standard = setting.field().initial();
        boolean none =
                standard.isEmpty() || standard.get() instanceof Value.Items(List<Value> items) && items.isEmpty();
        return Texts.get("inspector.reset", none ? Texts.get("inspector.reset.none") : shown(standard));
    }

    private String shown(Optional<Value> value) {
        if (setting.field() instanceof Setting.Choice choice) {
            return choice.options().stream()
                    .filter(option -> value.equals(Optional.of(new Value.Text(option.name()))))
                    .map(Setting.Option::title)
                    .map(Texts::say)
                    .findFirst()
                    .orElse("");
        }
        return TypedField.text(value);
    }

    /** Wide controls stand under their title, small ones beside it. */
    private Region line() {
        Label title = new Label(Texts.say(setting.title()));
        title.setTooltip(new Tooltip(Texts.say(setting.help())));
        title.getStyleClass().add("setting-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (editor.node() instanceof CheckBox) {
            return middle(new HBox(8, title, gap, reset, editor.node()));
        }
        return new VBox(4, middle(new HBox(8, title, gap, reset)), editor.node());
    }

    private static HBox middle(HBox row) {
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Shows what was chosen; empty where the standard holds. */
    void show(Optional<Value> chosen) {
        reset.setVisible(chosen.isPresent() && !chosen.equals(setting.field().initial()));
        editor.show(chosen.or(setting.field()::initial));
    }
}
