package dev.amalgam.ui.values;

import dev.amalgam.desk.values.ValueTable;
import dev.amalgam.desk.values.ValueTable.Part;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A table of values, of which only those in view are read and drawn, so that millions cost no more than a screen full. Goes
 * by arrow keys; with Shift, or the mouse drawn over it, several cells are selected.
 */
final class ValueGrid extends Region {
    private static final double ROW = 18;
    private static final double CELL = 96;
    private static final double TEXT_CELL = 180;
    private static final double BAR = 9;

    /** Of the length of a scroll bar: what can still be taken hold of. */
    private static final double SHORTEST_THUMB = 0.1;

    /** As many digits as always fit a cell. */
    private static final int SHORT = 13;

    private final Canvas canvas = new Canvas();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Colours colours = new Colours(this::draw);
    private Optional<ValueTable> table = Optional.empty();
    private boolean texts;
    private int row;
    private int column;
    private int anchorRow;
    private int anchorColumn;

    ValueGrid() {
        getStyleClass().add("value-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        down.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : new ScrollBar[] {down, across}) {
            bar.setFocusTraversable(false);
            bar.setMin(0);
            bar.valueProperty().addListener(_ -> draw());
        }
        getChildren().addAll(colours, canvas, down, across);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            point(event, event.isShiftDown());
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> point(event, true));
        setOnScroll(event -> {
            down.setValue(Math.clamp(down.getValue() - event.getDeltaY() / ROW, 0, down.getMax()));
            across.setValue(Math.clamp(across.getValue() - event.getDeltaX() / CELL, 0, across.getMax()));
            event.consume();
        });
        focusedProperty().addListener(_ -> draw());
        TextScale.percentProperty().addListener(_ -> requestLayout());
    }

    /** Shows another table; what was selected stays so, as far as it is there. */
    void show(ValueTable shown, boolean isText) {
        table = Optional.of(shown);
        texts = isText;
        row = Math.clamp(row, 0, Math.max(0, shown.rows() - 1));
        column = Math.clamp(column, 0, Math.max(0, shown.columns() - 1));
        anchorRow = Math.clamp(anchorRow, 0, Math.max(0, shown.rows() - 1));
        anchorColumn = Math.clamp(anchorColumn, 0, Math.max(0, shown.columns() - 1));
        requestLayout();
        tell();
    }

    /** The selected cells; empty where there is nothing to select. */
    Optional<Part> selected() {
        return table.filter(it -> it.rows() > 0 && it.columns() > 0)
                .map(_ -> Part.between(anchorRow, anchorColumn, row, column));
    }

    private double rowHeight() {
        return Math.rint(ROW * TextScale.factor());
    }

    private double leastCell() {
        return Math.rint((texts ? TEXT_CELL : CELL) * TextScale.factor());
    }

    /** Columns share the room, so that none is cut off at the edge. */
    private double cellWidth() {
        double least = leastCell();
        int shown = Math.min(columnsInView(), table.map(ValueTable::columns).orElse(1));
        return Math.floor(Math.clamp((getWidth() - BAR - margin()) / Math.max(1, shown), least, 1.6 * least));
    }

    /** The room for the numbers of the rows. */
    private double margin() {
        int digits = Integer.toString(table.map(ValueTable::rows).orElse(0)).length();
        return Math.rint((digits * 7 + 14) * TextScale.factor());
    }

    private int rowsInView() {
        return Math.max(1, (int) ((getHeight() - BAR - rowHeight()) / rowHeight()));
    }

    private int columnsInView() {
        return Math.max(1, (int) ((getWidth() - BAR - margin()) / leastCell()));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BAR);
        double height = Math.max(0, getHeight() - BAR);
        canvas.setWidth(width);
        canvas.setHeight(height);
        bar(down, table.map(ValueTable::rows).orElse(0), rowsInView());
        bar(across, table.map(ValueTable::columns).orElse(0), columnsInView());
        down.resizeRelocate(width, 0, BAR, height);
        across.resizeRelocate(0, height, width, BAR);
        draw();
    }

    private static void bar(ScrollBar bar, int count, int inView) {
        bar.setMax(Math.max(0, count - inView));
        bar.setVisible(count > inView);
        bar.setVisibleAmount(count == 0 ? 1 : bar.getMax() * Math.max((double) inView / count, SHORTEST_THUMB));
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
        bar.setBlockIncrement(inView);
    }

    private void draw() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        table.ifPresent(it -> draw(to, it));
    }

    private void draw(GraphicsContext to, ValueTable values) {
        Font font = Fonts.regular(Fonts.QUIET * TextScale.factor());
        to.setFont(font);
        to.setTextBaseline(VPos.CENTER);
        to.setTextAlign(TextAlignment.RIGHT);
        int firstRow = (int) Math.rint(down.getValue());
        int firstColumn = (int) Math.rint(across.getValue());
        double left = margin();
        double high = rowHeight();
        double wide = cellWidth();
        Optional<Part> selected = selected();
        for (int r = firstRow; r < values.rows() && y(r, firstRow) < canvas.getHeight(); r++) {
            double y = y(r, firstRow);
            for (int c = firstColumn; c < values.columns(); c++) {
                double x = left + (c - firstColumn) * wide;
                if (x >= canvas.getWidth()) {
                    break;
                }
                if (selected.isPresent() && selected.get().holds(r, c)) {
                    to.setFill(colours.get("accent").deriveColor(0, 1, 1, isFocused() ? 0.32 : 0.16));
                    to.fillRect(x, y, wide, high);
                }
                write(to, font, values.text(r, c), x + wide - 6, y + high / 2, wide - 10, colours.get("text"));
            }
            write(to, font, Integer.toString(r), left - 8, y + high / 2, left - 8, colours.get("quiet"));
        }
        for (int c = firstColumn; c < values.columns() && left + (c - firstColumn) * wide < canvas.getWidth(); c++) {
            double x = left + (c - firstColumn + 1) * wide;
            write(to, font, Integer.toString(c), x - 6, high / 2, wide - 10, colours.get("quiet"));
        }
        to.setStroke(colours.get("edge"));
        to.strokeLine(0, high - 0.5, canvas.getWidth(), high - 0.5);
    }

    private double y(int r, int firstRow) {
        return rowHeight() * (r - firstRow + 1);
    }

    /** To measure costs more than to draw, and a short number fits. */
    private static void write(
            GraphicsContext to, Font font, String words, double right, double y, double room, Color colour) {
        to.setFill(colour);
        to.fillText(words.length() <= SHORT ? words : Fonts.fit(words, font, room), right, y);
    }

    private void point(MouseEvent event, boolean extend) {
        table.filter(it -> it.rows() > 0).ifPresent(values -> {
            int r = (int) Math.floor(event.getY() / rowHeight()) - 1 + (int) Math.rint(down.getValue());
            int c = (int) Math.floor((event.getX() - margin()) / cellWidth()) + (int) Math.rint(across.getValue());
            go(r, c, extend);
        });
        event.consume();
    }

    private void press(KeyEvent event) {
        if (table.isEmpty()) {
            return;
        }
        ValueTable values = table.get();
        boolean extend = event.isShiftDown();
        switch (event.getCode()) {
            case UP -> go(row - 1, column, extend);
            case DOWN -> go(row + 1, column, extend);
            case LEFT -> go(row, column - 1, extend);
            case RIGHT -> go(row, column + 1, extend);
            case PAGE_UP -> go(row - rowsInView(), column, extend);
            case PAGE_DOWN -> go(row + rowsInView(), column, extend);
            case HOME -> go(event.isShortcutDown() ? 0 : row, 0, extend);
            case END -> go(event.isShortcutDown() ? values.rows() - 1 : row, values.columns() - 1, extend);
            case A -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                anchorRow = 0;
                anchorColumn = 0;
                row = values.rows() - 1;
                column = values.columns() - 1;
                draw();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int toRow, int toColumn, boolean extend) {
        ValueTable values = table.orElseThrow();
        row = Math.clamp(toRow, 0, Math.max(0, values.rows() - 1));
        column = Math.clamp(toColumn, 0, Math.max(0, values.columns() - 1));
        if (!extend) {
            anchorRow = row;
            anchorColumn = column;
        }
        reveal(down, row, rowsInView());
        reveal(across, column, columnsInView());
        draw();
        tell();
    }

    private static void reveal(ScrollBar bar, int at, int inView) {
        double first = Math.rint(bar.getValue());
        double shown = at < first ? at : at >= first + inView ? at - inView + 1 : first;
        bar.setValue(Math.clamp(shown, 0, bar.getMax()));
    }

    private void tell() {
        String words = table.filter(it -> it.rows() > 0 && it.columns() > 0)
                .map(it -> Texts.get("values.cell", row, column, it.text(row, column)))
                .orElse(Texts.get("values.table"));
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
