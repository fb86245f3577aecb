package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Figures;
import dev.amalgam.tensor.Representation.Form;
import dev.amalgam.ui.look.Glyph;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How long one node took: its name, a bar in the colour of what it yields, and the figure. Made once, then kept true. */
final class TimeRow {
    /** The shortest bar, as a share of the longest, so that it is seen at all. */
    private static final double LEAST = 0.012;

    private final Label name;
    private final StackPane bar = new StackPane();
    private final StackPane track = new StackPane(bar);
    private final Label figure = new Label();
    private final Label percent = new Label();
    private final Tooltip tip = new Tooltip();
    private double share = LEAST;

    TimeRow(TypedNode node) {
        name = new Label(node.id().name());
        name.setTooltip(new Tooltip(Texts.say(node.kind().about().title())));
        figure.setMinWidth(Region.USE_PREF_SIZE);
        percent.setMinWidth(Region.USE_PREF_SIZE);
        track.setAlignment(Pos.CENTER_LEFT);
        track.getStyleClass().add("time-track");
        track.widthProperty().addListener(_ -> stretch());
    }

    Label name() {
        return name;
    }

    StackPane track() {
        return track;
    }

    Label figure() {
        return figure;
    }

    Label percent() {
        return percent;
    }

    /**
     * @param longest the milliseconds of the node that takes longest
     * @param all the sum over all nodes
     * @param words how the last runs of this node lie, empty where nothing is known
     */
    void show(TypedNode node, double milliseconds, double longest, double all, String words) {
        List<String> styles = List.of("time-bar", Glyph.styleClass(form(node)));
        if (!bar.getStyleClass().equals(styles)) {
            bar.getStyleClass().setAll(styles);
        }
        figure.setText(Figures.milliseconds(milliseconds));
        percent.setText(all > 0 ? Figures.percent(milliseconds / all) : "");
        tip.setText(words);
        figure.setTooltip(words.isEmpty() ? null : tip);
        percent.setTooltip(words.isEmpty() ? null : tip);
        share = longest > 0 ? Math.max(LEAST, milliseconds / longest) : LEAST;
        stretch();
    }

    private void stretch() {
        bar.setMaxWidth(track.getWidth() * share);
    }

    private static Form form(TypedNode node) {
        return node.outputs().isEmpty()
                ? Form.RAW
                : node.outputs().firstEntry().getValue().representation().form();
    }
}
