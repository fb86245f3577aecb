package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Diagram.Bend;
import dev.amalgam.desk.inside.Layering.Body;
import dev.amalgam.desk.inside.Layering.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts layers side by side, in several rows where one would be far wider than high, as the lines of a text. A line that goes on
 * in the next row runs back between the two.
 */
final class Rows {
    private static final double BETWEEN_LAYERS = 44;
    private static final double BETWEEN_ROWS = 40;

    /** Width to height, as windows have it. */
    private static final double WIDE = 2.1;

    private static final int MOST_ROWS = 60;

    /** How much larger it must be drawn for another row to be worth it. */
    private static final double WORTH = 1.25;

    /** A row that narrow is never split. */
    private static final double NARROW = 1200;

    private static final double BESIDE = 14;
    private static final double APART = 4;

    private final List<List<Body>> layers;
    private final double[] widths;
    private final int[] rowOf;
    private final List<Double> gutters = new ArrayList<>();
    private double width;
    private double height;
    private int returning;

    Rows(List<List<Body>> layers) {
        this.layers = layers;
        this.widths = layers.stream()
                .mapToDouble(layer ->
                        layer.stream().mapToDouble(body -> body.width).max().orElse(0))
                .toArray();
        this.rowOf = new int[layers.size()];
        split(rowWidth());
        place();
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    private double rowWidth() {
        double total = 0;
        for (double layer : widths) {
            total += layer + BETWEEN_LAYERS;
        }
        double tall = spread(layers.stream().flatMap(List::stream).toList());
        double best = 0;
        double chosen = total;
        for (int rows = 1; rows <= (total > NARROW ? MOST_ROWS : 1); rows++) {
            double scale = Math.min(WIDE * rows / total, 1 / (rows * (tall + BETWEEN_ROWS)));
            if (scale > best * WORTH) {
                best = scale;
                chosen = total / rows;
            }
        }
        return chosen;
    }

    private static double spread(List<Body> bodies) {
        double top = bodies.stream().mapToDouble(body -> body.y).min().orElse(0);
        return bodies.stream().mapToDouble(body -> body.y + body.height).max().orElse(0) - top;
    }

    private void split(double most) {
        double taken = 0;
        int row = 0;
        for (int layer = 0; layer < widths.length; layer++) {
            double needs = widths[layer] + (widths[layer] > 0 ? BETWEEN_LAYERS : 0);
            if (taken > 0 && taken + needs > most + BETWEEN_LAYERS) {
                row++;
                taken = 0;
            }
            rowOf[layer] = row;
            taken += needs;
        }
    }

    private void place() {
        double y = 0;
        int from = 0;
        while (from < layers.size()) {
            int to = from;
            while (to < layers.size() && rowOf[to] == rowOf[from]) {
                to++;
            }
            y = row(layers.subList(from, to), from, y) + BETWEEN_ROWS;
            gutters.add(y - BETWEEN_ROWS / 2);
            from = to;
        }
        height = Math.max(0, y - BETWEEN_ROWS);
    }

    /** @return the lower edge */
    private double row(List<List<Body>> row, int first, double y) {
        List<Body> all = row.stream().flatMap(List::stream).toList();
        double top = all.stream().mapToDouble(body -> body.y).min().orElse(0);
        double x = 0;
        for (int i = 0; i < row.size(); i++) {
            double room = widths[first + i];
            for (Body body : row.get(i)) {
                body.x = Math.rint(x + (room - wide(body)) / 2);
                body.y = Math.rint(body.y - top + y);
            }
            x += room + BETWEEN_LAYERS;
        }
        width = Math.max(width, x - BETWEEN_LAYERS);
        return y + Math.max(0, spread(all));
    }

    /** The points of a way, from the right edge of its first body to the left edge of its last. */
    List<Bend> route(Way way) {
        List<Bend> points = new ArrayList<>();
        for (int i = 0; i + 1 < way.bodies().size(); i++) {
            Body from = way.bodies().get(i);
            Body to = way.bodies().get(i + 1);
            double fromY = i == 0 ? from.y + way.edge().fromY() : from.y;
            double toY = i + 2 == way.bodies().size() ? to.y + way.edge().toY() : to.y;
            points.add(new Bend(from.x + wide(from), fromY, false));
            if (rowOf[to.layer] == rowOf[from.layer] + 1) {
                back(points, rowOf[from.layer], toY);
            }
            points.add(new Bend(to.x, toY, false));
        }
        return points;
    }

    /** A line that passes a layer is level as far as that layer is wide. */
    private double wide(Body body) {
        return body.isBox() ? body.width : widths[body.layer];
    }

    /** From the end of a row to the beginning of the next. */
    private void back(List<Bend> points, int row, double toY) {
        double aside = (returning++ % 5 - 2) * APART;
        Bend last = points.getLast();
        double right = Math.max(width, last.x()) + BESIDE + aside;
        double gutter = gutters.get(row) + aside;
        points.add(new Bend(right, last.y(), true));
        points.add(new Bend(right, gutter, true));
        points.add(new Bend(-BESIDE + aside, gutter, true));
        points.add(new Bend(-BESIDE + aside, toY, true));
    }
}
