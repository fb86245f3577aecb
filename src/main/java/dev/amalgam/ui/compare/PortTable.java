package dev.amalgam.ui.compare;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.compare.Comparison.Ports;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The outputs of two variants, those that are farthest apart first. Enter or a double click goes to the node. */
final class PortTable extends TableView<Ports> {
    /** @param reveal goes to a node */
    PortTable(Consumer<NodeId> reveal) {
        setId("compare-ports");
        setAccessibleText(Texts.get("compare.ports"));
        setPlaceholder(new Label(Texts.get("compare.ports.none")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        minWidthProperty().bind(TextScale.length(380));
        prefWidthProperty().bind(TextScale.length(430));
        getColumns()
                .setAll(List.of(
                        column("compare.output", 170, pair -> pair.port().toString()),
                        column("compare.largest", 90, pair -> largest(pair.deviation())),
                        column("compare.relative", 80, pair -> relative(pair.deviation())),
                        column("compare.cosine", 90, pair -> cosine(pair.deviation()))));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !getSelectionModel().isEmpty()) {
                event.consume();
                reveal.accept(getSelectionModel().getSelectedItem().port().node());
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !getSelectionModel().isEmpty()) {
                reveal.accept(getSelectionModel().getSelectedItem().port().node());
            }
        });
    }

    private static TableColumn<Ports, String> column(String title, double width, Function<Ports, String> words) {
        TableColumn<Ports, String> column = new TableColumn<>(Texts.get(title));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.prefWidthProperty().bind(TextScale.length(width));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static String largest(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Equal _ -> "=";
            case Deviation.Apart apart -> Figures.number(apart.largest());
            case Deviation.Places places -> Texts.get("compare.places", places.different(), places.of());
            case Deviation.Unlike unlike -> unlike.now().toString();
            case Deviation.Moved _ -> "≠";
        };
    }

    private static String relative(Deviation deviation) {
        return deviation instanceof Deviation.Apart apart ? Figures.share(apart.relative()) : "";
    }

    private static String cosine(Deviation deviation) {
        return deviation instanceof Deviation.Apart apart && !Double.isNaN(apart.cosine())
                ? Deviation.cosine(apart.cosine())
                : "";
    }

    void show(List<Ports> ports) {
        getItems().setAll(ports);
        if (!ports.isEmpty()) {
            getSelectionModel().select(0);
        }
    }
}
