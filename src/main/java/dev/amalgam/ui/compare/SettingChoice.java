package dev.amalgam.ui.compare;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.compare.Variant;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.inspector.SettingForm;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/** Which setting of a node is another in the second variant, and what it is there. Changes no document. */
final class SettingChoice extends HBox {
    private final CompareHost host;
    private final NodeId node;
    private final Consumer<Variant> compare;
    private final ComboBox<Setting> which = new ComboBox<>();
    private final StackPane place = new StackPane();

    SettingChoice(CompareHost host, NodeId node, List<Setting> settings, Consumer<Variant> compare) {
        super(16);
        this.host = host;
        this.node = node;
        this.compare = compare;
        which.setId("compare-setting");
        which.setAccessibleText(Texts.get("compare.which"));
        which.setConverter(new Titles());
        which.getItems().setAll(settings);
        which.setMinWidth(USE_PREF_SIZE);
        // One alone is named at its control.
        which.setVisible(settings.size() > 1);
        which.setManaged(settings.size() > 1);
        place.maxWidthProperty().bind(TextScale.length(360));
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().addAll(which, place);
        which.valueProperty().addListener((_, _, setting) -> show(setting));
        which.setValue(settings.getFirst());
    }

    @Override
    public void requestFocus() {
        if (which.isVisible()) {
            which.requestFocus();
        } else {
            place.requestFocus();
        }
    }

    private void show(Setting setting) {
        Optional<Value> now =
                state().graph().node(node).flatMap(it -> it.settings().get(setting.name()));
        place.getChildren()
                .setAll(new SettingForm(
                        setting,
                        host.files(),
                        now,
                        chosen -> compare.accept(Variant.where(state(), node, setting.name(), chosen))));
    }

    private Document.State state() {
        return host.workspace().document().state();
    }

    private static final class Titles extends StringConverter<Setting> {
        @Override
        public String toString(Setting setting) {
            return setting == null ? "" : Texts.say(setting.title());
        }

        @Override
        public Setting fromString(String text) {
            throw new UnsupportedOperationException("it is chosen, not typed");
        }
    }
}
