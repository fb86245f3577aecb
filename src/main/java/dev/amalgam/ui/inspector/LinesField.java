package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.ui.look.TextScale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Text of several lines: it counts at Ctrl+Enter or when the cursor leaves; Escape brings the old one back. */
final class LinesField implements Editor {
    private static final double HEIGHT = 72;

    private final TextArea area = new TextArea();
    private final Host host;
    private String shown = "";

    LinesField(Host host) {
        this.host = host;
        area.setWrapText(true);
        area.setMinHeight(0);
        area.prefHeightProperty().bind(TextScale.length(HEIGHT));
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

    private void commit() {
        if (!area.getText().equals(shown)) {
            shown = area.getText();
            host.commit(new Value.Text(shown));
        }
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void show(Optional<Value> value) {
        String text = TypedField.text(value);
        if (!text.equals(shown) || !area.isFocused()) {
            shown = text;
            area.setText(text);
        }
    }
}
