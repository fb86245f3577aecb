package dev.amalgam.ui.compare;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.compare.Comparison;
import dev.amalgam.desk.compare.Comparison.Results;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.desk.compare.LabelPair;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the results of two variants say, side by side, and below them the labels whose scores differ. */
final class ResultPairs extends ScrollPane {
    private static final int MOST_LABELS = 8;
    private static final int MOST_ROWS = 6;
    private static final double ROW = 22;
    private static final double HEIGHT = 118;
    private static final double WIDTH = 268;

    private final VBox all = new VBox(16);

    ResultPairs() {
        setId("compare-results");
        setAccessibleText(Texts.get("compare.results"));
        getStyleClass().add("compare-results");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(0);
        setContent(all);
    }

    void show(Comparison comparison) {
        // What differs is read first.
        all.getChildren()
                .setAll(comparison.results().stream()
                        .sorted(Comparator.comparing(ResultPairs::isEqual))
                        .map(ResultPairs::pair)
                        .toList());
        setVvalue(0);
    }

    private static boolean isEqual(Results results) {
        return results.deviation().filter(Deviation::isEqual).isPresent();
    }

    private static double height(Optional<Reading> reading) {
        return switch (reading.orElse(new Reading.Text(List.of()))) {
            case Reading.Ranking ranking -> rows(ranking.scores().size());
            case Reading.Switches switches -> rows(switches.switches().size());
            case Reading.Text text -> rows(text.lines().size());
            default -> HEIGHT;
        };
    }

    private static double rows(int wanted) {
        return ROW * Math.clamp(wanted, 1, MOST_ROWS);
    }

    private static Region pair(Results results) {
        Label name = new Label(results.node().name());
        name.getStyleClass().add("compare-result");
        Label how = new Label(results.deviation()
                .map(deviation -> Texts.say(deviation.sentence()))
                .orElse(Texts.get("compare.one-sided")));
        how.getStyleClass().add("quiet");
        how.setMinWidth(0);
        HBox title = new HBox(10, name, how);
        title.getStyleClass().add("compare-line");
        HBox sides = new HBox(12, side(results.first(), "A"), side(results.second(), "B"));
        VBox box = new VBox(6, title, sides);
        List<LabelPair> changed = results.labels().stream()
                .filter(pair -> pair.isMoved() || !pair.first().equals(pair.second()))
                .limit(MOST_LABELS)
                .toList();
        if (!changed.isEmpty()) {
            box.getChildren().add(labels(changed));
        }
        return box;
    }

    private static Node side(Optional<Reading> reading, String letter) {
        Label which = new Label(letter);
        which.getStyleClass().add("compare-side");
        which.setMinWidth(Region.USE_PREF_SIZE);
        PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
        double width = WIDTH * TextScale.factor();
        double height = height(reading) * TextScale.factor();
        place.setPrefSize(width, height);
        place.setMaxHeight(height);
        reading.ifPresentOrElse(
                it -> place.show(it, width, height), () -> place.replace(new Label(Texts.get("compare.nothing"))));
        HBox side = new HBox(6, which, place);
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private static GridPane labels(List<LabelPair> changed) {
        GridPane grid = new GridPane(14, 3);
        grid.getStyleClass().add("compare-labels");
        ColumnConstraints label = new ColumnConstraints();
        label.setHgrow(Priority.ALWAYS);
        label.setMinWidth(60);
        ColumnConstraints figure = new ColumnConstraints();
        figure.setHalignment(HPos.RIGHT);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(label, figure, figure, figure);
        for (LabelPair pair : changed) {
            Label name = new Label((pair.isMoved() ? "● " : "") + pair.label());
            name.setMinWidth(0);
            if (pair.isMoved()) {
                name.getStyleClass().add("moved");
                name.setAccessibleText(Texts.get("compare.moved", pair.label()));
            }
            grid.addRow(
                    grid.getRowCount(),
                    name,
                    new Label(score(pair.first())),
                    new Label(score(pair.second())),
                    new Label(difference(pair)));
        }
        return grid;
    }

    private static String score(OptionalDouble score) {
        return score.isPresent() ? Figures.score(score.getAsDouble()) : "–";
    }

    private static String difference(LabelPair pair) {
        if (pair.first().isEmpty() || pair.second().isEmpty()) {
            return "";
        }
        double difference = pair.second().getAsDouble() - pair.first().getAsDouble();
        return (difference < 0 ? "−" : "+") + Figures.number(Math.abs(difference));
    }
}
