package dev.amalgam.ui.canvas;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.ui.look.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A figure on each wire, and at each card, whose values are not those of the pinned reference any more. */
final class DriftMarks extends Group {
    private static final double HEIGHT = 15;
    private static final double PAD = 5;

    /** From which share on a difference is more than rounding. */
    private static final double NOTABLE = 1e-3;

    /**
     * A mark.
     *
     * @param middle of it in the world
     */
    private record Mark(String text, boolean notable, Point2D middle) {}

    private List<Mark> shown = List.of();

    DriftMarks() {
        setMouseTransparent(true);
    }

    /** Marks those of these wires and cards whose values are true and others than they were. */
    void show(Drift drift, Optional<LiveState> live, List<Link> links, List<Board.Placed> cards) {
        List<Mark> marks = new ArrayList<>();
        if (drift.reference().isPresent() && live.isPresent()) {
            LiveState now = live.get();
            links.forEach(link -> drift.of(link.wire().from(), now)
                    .ifPresent(it -> mark(it, link.curve().at(0.5), marks)));
            cards.forEach(placed -> drift.of(placed.card().id(), now).ifPresent(it -> mark(it, corner(placed), marks)));
        }
        if (!marks.equals(shown)) {
            shown = List.copyOf(marks);
            getChildren().setAll(marks.stream().map(DriftMarks::draw).toList());
        }
    }

    private static Point2D corner(Board.Placed placed) {
        return new Point2D(
                placed.at().x() + placed.layout().width() / 2,
                placed.at().y() + placed.layout().height());
    }

    private static void mark(Deviation deviation, Point2D middle, List<Mark> marks) {
        if (!deviation.isEqual()) {
            marks.add(new Mark("Δ " + deviation.mark(), deviation.size() >= NOTABLE, middle));
        }
    }

    private static Node draw(Mark mark) {
        double width = Fonts.width(mark.text(), CardLayout.QUIET_FONT) + 2 * PAD;
        Rectangle plate = new Rectangle(-width / 2, -HEIGHT / 2, width, HEIGHT);
        plate.setArcWidth(HEIGHT);
        plate.setArcHeight(HEIGHT);
        plate.getStyleClass().add("drift-plate");
        Text text = new Text(-width / 2 + PAD, 0, mark.text());
        text.setFont(CardLayout.QUIET_FONT);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().add("drift-text");
        Group drawn = new Group(plate, text);
        drawn.getStyleClass().addAll("drift-mark", mark.notable() ? "notable" : "slight");
        drawn.setLayoutX(Math.rint(mark.middle().getX()));
        drawn.setLayoutY(Math.rint(mark.middle().getY()));
        return drawn;
    }
}
