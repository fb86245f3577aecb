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
import javafx.scene.layout.Region;

/** Text that goes in, line by line. It counts while it is typed, as one step to undo; where a file says it, it is only shown. */
public final class TextInput implements InputView {
    private static final String SETTING = "text";

    private final TextArea area = new TextArea();
    private Optional<InputContext> context = Optional.empty();
    private Optional<NodeId> source = Optional.empty();
    private String shown = "";
    private boolean goesOn;

    public TextInput() {
        area.setId("text-input");
        area.setAccessibleText(Texts.get("input.text"));
        area.setPromptText(Texts.get("input.text.prompt"));
        area.setWrapText(true);
        area.setMinHeight(0);
        area.focusedProperty().addListener((_, _, _) -> goesOn = false);
        area.textProperty().addListener((_, _, text) -> typed(text));
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
                : newest(now, node);
        context = Optional.of(now);
        source = Optional.of(node.id());
        area.setEditable(!fromFile);
        if (another || !text.equals(shown)) {
            shown = text;
            area.setText(text);
        }
    }

    /** What the document says now: what is to be shown may be older than what was typed since. */
    private static String newest(InputContext now, TypedNode node) {
        return now.document()
                .state()
                .typing()
                .node(node.id())
                .orElse(node)
                .chosen()
                .text(SETTING);
    }

    private void typed(String text) {
        if (area.isEditable() && !text.equals(shown)) {
            shown = text;
            source.ifPresent(node -> context.ifPresent(it -> it.turn(node, SETTING, new Value.Text(text), goesOn)));
            goesOn = true;
        }
    }

    @Override
    public void rest() {
        context = Optional.empty();
        source = Optional.empty();
    }
}
