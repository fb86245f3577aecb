package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.dialogs.FileChoice;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/** The control for a setting outside of the inspector: what is chosen goes to no document. */
public final class SettingForm extends StackPane {
    private final SettingRow row;

    /**
     * @param files how a file is chosen
     * @param now what it shows first; empty for the standard
     * @param chosen is given each value that is chosen; empty for the standard
     */
    public SettingForm(Setting setting, FileChoice files, Optional<Value> now, Consumer<Optional<Value>> chosen) {
        row = new SettingRow(setting, new Editors(files), (value, _) -> take(value, chosen));
        row.show(now);
        getChildren().add(row);
    }

    private String take(Optional<Value> value, Consumer<Optional<Value>> chosen) {
        row.show(value);
        chosen.accept(value);
        return "";
    }
}
