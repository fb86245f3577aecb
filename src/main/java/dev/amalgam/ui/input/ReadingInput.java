package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.Reading;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What goes in as its preview draws it: sound as a wave, a tensor as its values. */
public final class ReadingInput implements InputView {
    private final PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final Label caption = new Label();
    private final Region empty;
    private final VBox box = new VBox(6, place, caption);
    private NodeState state = NodeState.WAITING;

    /** @param empty what is shown where there is nothing yet */
    public ReadingInput(Region empty) {
        this.empty = empty;
        VBox.setVgrow(place, Priority.ALWAYS);
        caption.getStyleClass().add("quiet");
        caption.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setId("reading-place");
        place.widthProperty().addListener(_ -> UiThread.later(this, this::draw));
        place.heightProperty().addListener(_ -> UiThread.later(this, this::draw));
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public void show(InputContext context, TypedNode source, NodeState now) {
        state = now;
        Optional<FileRef> file =
                Sources.file(source).flatMap(it -> source.chosen().file(it.name()));
        String name = file.map(it -> it.path().substring(it.path().lastIndexOf('/') + 1) + ", ")
                .orElse("");
        Optional<Tensor> value = state.outputs().values().stream().findFirst();
        caption.setText(value.map(it -> name + it.type()).orElse(name));
        draw();
    }

    private void draw() {
        Optional<Reading> reading = state.reading();
        if (reading.isEmpty() || place.getWidth() < 1 || place.getHeight() < 1) {
            place.replace(empty);
        } else {
            place.show(reading.get(), place.getWidth(), place.getHeight());
        }
    }
}
