package dev.amalgam.ui.palette;

import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.Kind;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;

/** What can be added: a search field over the kinds, grouped by family. Drag one on to the canvas, or press Enter on it. */
public final class PaletteView extends VBox {
    private static final PaletteHost NOBODY = new PaletteHost() {
        @Override
        public void add(String kind) {}

        @Override
        public void carry(Kind kind, Point2D at) {}

        @Override
        public void leave() {}

        @Override
        public void drop(Kind kind, Point2D at) {}
    };

    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final ListView<Row> list = new ListView<>();
    private final Label nothing = new Label();
    private Catalogue catalogue = Catalogue.of(List.of());
    private PaletteHost host = NOBODY;

    /** An empty palette. */
    public PaletteView() {
        getStyleClass().addAll("side", "palette");
        minWidthProperty().bind(TextScale.length(190));
        prefWidthProperty().bind(TextScale.length(260));
        search.setId("palette-search");
        search.setPromptText(Texts.get("palette.search"));
        search.setAccessibleText(Texts.get("palette.search"));
        search.textProperty().addListener(_ -> refill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("palette-list");
        list.setAccessibleText(Texts.get("palette.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
    }

    /** Shows these kinds. */
    public void show(Catalogue kinds, PaletteHost window) {
        catalogue = kinds;
        host = window;
        list.setCellFactory(_ -> new PaletteCell(window));
        refill();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void refill() {
        String typed = search.getText();
        nothing.setText(Texts.get("palette.none", typed));
        list.getItems().setAll(Row.of(catalogue.kinds(), typed));
        if (!typed.isBlank()) {
            step(-1, 1);
        }
    }

    private void searchKey(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else {
            key(event, selected);
        }
    }

    private void listKey(KeyEvent event) {
        key(event, list.getSelectionModel().getSelectedIndex());
    }

    private void key(KeyEvent event, int selected) {
        switch (event.getCode()) {
            case DOWN -> step(selected, 1);
            case UP -> step(selected, -1);
            case ENTER -> addSelected();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Selects the next kind in a direction; headings are passed over. */
    private void step(int from, int direction) {
        IntStream.iterate(from + direction, i -> i >= 0 && i < list.getItems().size(), i -> i + direction)
                .filter(i -> list.getItems().get(i) instanceof Row.Entry)
                .findFirst()
                .ifPresent(i -> {
                    list.getSelectionModel().clearAndSelect(i);
                    list.scrollTo(Math.max(0, i - 4));
                });
    }

    private void addSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Entry(var kind)) {
            host.add(kind.name());
        }
    }
}
