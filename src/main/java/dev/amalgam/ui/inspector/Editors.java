package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.inspector.Editor.Host;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;

/** The control for each kind of setting. */
final class Editors {
    private final FileChoice files;

    Editors(FileChoice files) {
        this.files = files;
    }

    Editor of(Setting setting, Host host) {
        Editor editor = switch (setting.field()) {
            case Setting.Flag _ -> flag(host);
            case Setting.Whole field -> TypedField.whole(field, host);
            case Setting.Real field -> RealEditor.of(field, host);
            case Setting.Choice field -> choice(field, host);
            case Setting.Text field -> field.lines() ? new LinesField(host) : TypedField.text(host);
            case Setting.Numbers field -> TypedField.numbers(field, host);
            case Setting.File field -> new FileEditor(field, files, host);
            case Setting.Table field -> new TableEditor(field, this, host);
            case Setting.Steps field -> new StepsEditor(field, this, host);
        };
        name(editor.node(), Texts.say(setting.title()));
        return editor;
    }

    /** An editor may be made of several controls; those without words of their own are called as the setting. */
    private static void name(Node node, String title) {
        if (node.getAccessibleText() == null) {
            node.setAccessibleText(title);
        }
        if (node instanceof Pane pane) {
            pane.getChildren().stream()
                    .filter(child -> !(child instanceof Labeled labeled
                            && !labeled.getText().isEmpty()))
                    .forEach(child -> name(child, title));
        }
    }

    private static Editor flag(Host host) {
        CheckBox box = new CheckBox();
        box.setOnAction(_ -> host.commit(new Value.Flag(box.isSelected())));
        return new Simple(box) {
            @Override
            public void show(Optional<Value> value) {
                box.setSelected(value.orElse(null) instanceof Value.Flag(boolean on) && on);
            }
        };
    }

    private static Editor choice(Setting.Choice field, Host host) {
        ComboBox<Setting.Option> box = new ComboBox<>();
        box.getItems().setAll(field.options());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(titles());
        box.setOnAction(_ -> Optional.ofNullable(box.getValue())
                .filter(_ -> box.isShowing() || box.isFocused())
                .ifPresent(option -> host.commit(new Value.Text(option.name()))));
        return new Simple(box) {
            @Override
            public void show(Optional<Value> value) {
                field.options().stream()
                        .filter(option -> value.equals(Optional.of(new Value.Text(option.name()))))
                        .findFirst()
                        .ifPresent(box::setValue);
            }
        };
    }

    private static StringConverter<Setting.Option> titles() {
        return new StringConverter<>() {
            @Override
            public String toString(Setting.Option option) {
                return option == null ? "" : Texts.say(option.title());
            }

            @Override
            public Setting.Option fromString(String title) {
                throw new UnsupportedOperationException("options are chosen, not typed");
            }
        };
    }

    /** An editor around one control. */
    abstract static class Simple implements Editor {
        private final Node node;

        Simple(Node node) {
            this.node = node;
        }

        @Override
        public Node node() {
            return node;
        }
    }
}
