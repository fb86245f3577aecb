package dev.amalgam.ui.cost;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.Measured;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What sharing saves: a sentence, two bars as long as the times, and the figures beside them. */
final class SharingPane extends VBox {
    private static final String UNKNOWN = "–";

    private final Label sentence = new Label();
    private final GridPane sides = new GridPane();
    private final Label how = new Label();

    SharingPane() {
        getStyleClass().add("sharing");
        sentence.setId("sharing-sentence");
        sentence.getStyleClass().add("headline");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        how.getStyleClass().add("quiet");
        how.setWrapText(true);
        sides.getStyleClass().add("sides");
        sides.getColumnConstraints().add(column(110, Priority.NEVER));
        sides.getColumnConstraints().add(column(120, Priority.ALWAYS));
        for (int i = 0; i < 5; i++) {
            ColumnConstraints figures = new ColumnConstraints();
            figures.setHalignment(HPos.RIGHT);
            figures.setMinWidth(Region.USE_PREF_SIZE);
            sides.getColumnConstraints().add(figures);
        }
        getChildren().addAll(sentence, sides, how);
    }

    private static ColumnConstraints column(double width, Priority grow) {
        ColumnConstraints column = new ColumnConstraints();
        column.minWidthProperty().bind(TextScale.length(width));
        column.setHgrow(grow);
        column.setMaxWidth(Double.MAX_VALUE);
        return column;
    }

    void show(Optional<Sharing> sharing, boolean old) {
        sides.getChildren().clear();
        sentence.setText(sharing.map(it -> Texts.say(it.sentence()) + ".").orElse(Texts.get("cost.sharing.none")));
        how.setText(sharing.map(it -> how(it, old)).orElse(Texts.get("cost.sharing.help")));
        sharing.ifPresent(this::fill);
    }

    private static String how(Sharing sharing, boolean old) {
        Measured measured = sharing.measured();
        String words = Texts.get(
                "cost.sharing.how",
                measured.file(),
                measured.shortHash(),
                measured.runtime(),
                measured.device(),
                sharing.shared().times().count());
        return old ? Texts.get("cost.old") + " " + words : words;
    }

    private void fill(Sharing sharing) {
        double longest = Math.max(
                sharing.shared().times().median(), sharing.separate().times().median());
        sides.addRow(
                0,
                new Label(),
                new Label(),
                head("cost.sharing.time"),
                head("cost.sharing.spread"),
                head("cost.sharing.memory"),
                head("cost.sharing.files"),
                head("cost.column.work"));
        side(1, "cost.sharing.one", sharing.shared(), longest, "one");
        side(2, "cost.sharing.each", sharing.separate(), longest, "each");
    }

    private static Label head(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private void side(int row, String name, Sharing.Side side, double longest, String style) {
        StackPane bar = new StackPane();
        bar.getStyleClass().addAll("time-bar", style);
        StackPane track = new StackPane(bar);
        track.getStyleClass().add("time-track");
        track.setAlignment(Pos.CENTER_LEFT);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(side.times().median() / longest));
        sides.addRow(
                row,
                new Label(Texts.get(name)),
                track,
                new Label(Figures.milliseconds(side.times().median())),
                new Label(Texts.get(
                        "cost.sharing.range",
                        Figures.milliseconds(side.times().least()),
                        Figures.milliseconds(side.times().most()))),
                new Label(words(side.memoryBytes(), true)),
                new Label(Figures.bytes(side.fileBytes())),
                new Label(words(side.cost().multiplyAdds(), false)));
    }

    /** What is shown, for a spreadsheet; only the names of the columns where nothing was measured. */
    static String csv(Optional<Sharing> shown) {
        return shown.stream()
                .flatMap(sharing -> Stream.of(line("shared", sharing.shared()), line("separate", sharing.separate())))
                .collect(Collectors.joining(
                        "", "bottom,p50 ms,least ms,most ms,memory bytes,file bytes,multiply-adds\n", ""));
    }

    private static String line(String name, Sharing.Side side) {
        return String.format(
                Locale.ROOT,
                "%s,%.4f,%.4f,%.4f,%s,%d,%s%n",
                name,
                side.times().median(),
                side.times().least(),
                side.times().most(),
                plain(side.memoryBytes()),
                side.fileBytes(),
                plain(side.cost().multiplyAdds()));
    }

    private static String plain(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String words(OptionalLong value, boolean bytes) {
        if (value.isEmpty()) {
            return UNKNOWN;
        }
        return bytes ? Figures.bytes(value.getAsLong()) : Figures.count(value.getAsLong());
    }
}
