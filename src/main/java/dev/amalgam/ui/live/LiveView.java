package dev.amalgam.ui.live;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.input.InputContext;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The live panel: what goes in, what the tasks say, where the time goes. */
public final class LiveView extends ScrollPane {
    /** What the three parts need so that nothing in them is cut off; less room than that scrolls. */
    private static final double LEAST_WIDTH = 440;

    private final InputPart input = new InputPart();
    private final SaysPart says = new SaysPart();
    private final TimesPart times = new TimesPart();

    /** A live panel of nothing. */
    public LiveView() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("live-parts");
        grid.minWidthProperty().bind(TextScale.length(LEAST_WIDTH));
        grid.getColumnConstraints().addAll(column(28), column(41), column(31));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setMinHeight(0);
        grid.getRowConstraints().add(row);
        grid.addRow(0, input, says, times);
        getStyleClass().add("live");
        setAccessibleText(Texts.get("live.name"));
        setMinHeight(150);
        prefHeightProperty().bind(TextScale.length(220));
        setContent(grid);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }

    /** Shows another document from now on. */
    public void open(InputContext context) {
        input.open(context);
        says.open();
        times.open();
        show(context.document().state());
    }

    /** What goes in. */
    public InputPart input() {
        return input;
    }

    /** Shows what goes in through one of these, where one of them is a source. */
    public void select(Set<NodeId> nodes) {
        input.select(nodes);
    }

    /** What the last runs of a node took, in words; empty where it never ran. */
    public void times(Function<NodeId, String> words) {
        times.tips(words);
    }

    /** Shows a state of the document. */
    public void show(Document.State state) {
        input.show(state);
        says.show(state);
        times.show(state);
    }

    /** Shows results. */
    public void show(LiveState state) {
        input.show(state);
        says.show(state);
        times.show(state);
    }
}
