package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.NodeState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Text that goes in, line by line. It counts at Ctrl+Enter or when the cursor leaves; where a file says it, it is only shown. */
public final class TextInput implements InputView {
    private static final String SETTING = "text";

    private final TextArea area = new TextArea();
    private Optional<InputContext> context = Optional.empty();
    private Optional<NodeId> source = Optional.empty();
    private String shown = "";

    public TextInput() {
        area.setId("text-input");
        area.setAccessibleText(Texts.get("input.text"));
        area.setPromptText(Texts.get("input.text.prompt"));
        area.setWrapText(true);
        area.setMinHeight(0);
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                commit();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                area.setText(shown);
                event.consume();
            }
        });
    }

    @Override
    public Region node() {
        return area;
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public void show(InputContext now, TypedNode node, NodeState state) {
        boolean another = !source.equals(Optional.of(node.id()));
        boolean fromFile = Sources.file(node)
                .flatMap(setting -> node.chosen().file(setting.name()))
                .isPresent();
        String text = fromFile
                ? state.outputs().values().stream()
                        .findFirst()
                        .map(lines -> String.join("\n", lines.strings()))
                        .orElse("")
                : node.chosen().text(SETTING);
        if (another && area.isFocused()) {
            commit();
        }
        context = Optional.of(now);
        source = Optional.of(node.id());
        area.setEditable(!fromFile);
        if (another || !text.equals(shown)) {
            shown = text;
            area.setText(text);
        }
    }

    private void commit() {
        if (area.isEditable() && !area.getText().equals(shown)) {
            shown = area.getText();
            source.ifPresent(node -> context.ifPresent(it -> it.change(node, SETTING, new Value.Text(shown))));
        }
    }

    @Override
    public void rest() {
        commit();
    }
}
