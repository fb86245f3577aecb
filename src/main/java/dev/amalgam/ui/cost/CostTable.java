package dev.amalgam.ui.cost;

import dev.amalgam.desk.Figures;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The table of costs; a click on a heading sorts by it. */
final class CostTable extends TableView<CostRow> {
    private static final Set<String> OF_NODES = Set.of("p50", "p95", "parameters", "weights");
    private static final String UNKNOWN = "–";

    CostTable() {
        setId("cost-table");
        setAccessibleText(Texts.get("cost.table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("node", 190, CostRow::name, Comparator.naturalOrder(), name -> name, false));
        times("p50", 84, CostRow::median);
        times("p95", 84, CostRow::late);
        times("in-file", 84, CostRow::inFile);
        getColumns().add(column("share", 64, it -> order(it.share()), CostTable::percent));
        getColumns().add(column("parameters", 92, it -> order(it.parameters()), it -> count((long) (double) it)));
        getColumns().add(column("weights", 88, it -> order(it.weightBytes()), it -> Figures.bytes((long) (double) it)));
        getColumns().add(column("work", 108, it -> order(it.multiplyAdds()), it -> count((long) (double) it)));
        Label nothing = new Label(Texts.get("cost.nothing"));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        setPlaceholder(nothing);
    }

    private void times(String name, double width, Function<CostRow, OptionalDouble> value) {
        getColumns().add(column(name, width, it -> order(value.apply(it)), Figures::milliseconds));
    }

    /** What is not known comes before all that is. */
    private static double order(OptionalDouble value) {
        return value.orElse(-1);
    }

    private static double order(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : -1;
    }

    private static String percent(double share) {
        return Figures.percent(share);
    }

    private static String count(long count) {
        return Figures.count(count);
    }

    private static TableColumn<CostRow, Double> column(
            String name, double width, Function<CostRow, Double> value, Function<Double, String> words) {
        return column(
                name,
                width,
                value,
                Comparator.naturalOrder(),
                number -> number < 0 ? UNKNOWN : words.apply(number),
                true);
    }

    private static <T> TableColumn<CostRow, T> column(
            String name,
            double width,
            Function<CostRow, T> value,
            Comparator<T> order,
            Function<T, String> words,
            boolean figure) {
        TableColumn<CostRow, T> column = new TableColumn<>(Texts.get("cost.column." + name));
        column.setId(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setComparator(order);
        column.setCellFactory(_ -> new Words<>(words));
        column.setReorderable(false);
        column.setMinWidth(48);
        column.prefWidthProperty().bind(TextScale.length(width));
        if (figure) {
            column.getStyleClass().add("figure");
        }
        return column;
    }

    /**
     * Keeps the order that a person has chosen.
     *
     * @param nodes whether these are nodes, which also have weights and times by themselves
     */
    void show(List<CostRow> rows, boolean nodes) {
        getColumns().stream()
                .filter(column -> OF_NODES.contains(column.getId()))
                .forEach(column -> column.setVisible(nodes));
        if (!rows.equals(getItems().stream().toList())) {
            getItems().setAll(rows);
            sort();
        }
    }

    /** The lines as they stand, for a spreadsheet: plain numbers, in milliseconds and bytes; empty where nothing is known. */
    String csv() {
        return Stream.concat(
                        Stream.of("name,p50 ms,p95 ms,in file ms,share,parameters,weight bytes,multiply-adds"),
                        getItems().stream().map(CostTable::csv))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String csv(CostRow row) {
        return String.join(
                ",",
                "\"" + row.name().replace("\"", "\"\"") + "\"",
                plain(row.median()),
                plain(row.late()),
                plain(row.inFile()),
                plain(row.share()),
                plain(row.parameters()),
                plain(row.weightBytes()),
                plain(row.multiplyAdds()));
    }

    private static String plain(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "";
    }

    private static String plain(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    /** A cell that says its value. */
    private static final class Words<T> extends TableCell<CostRow, T> {
        private final Function<T, String> words;

        Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : words.apply(item));
        }
    }
}
