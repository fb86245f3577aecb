package dev.amalgam.ui.dialogs;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.ui.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What a crash left, in words: which file, and when it was put aside. */
final class Leftovers {
    private static final double MOST_HEIGHT = 320;

    private Leftovers() {}

    static VBox list(List<Leftover> left) {
        Label why = new Label(Texts.get("dialog.recover.help"));
        why.setWrapText(true);
        VBox entries = new VBox(10);
        left.forEach(it -> entries.getChildren().add(entry(it)));
        ScrollPane scrolled = new ScrollPane(entries);
        scrolled.setFitToWidth(true);
        scrolled.setMaxHeight(MOST_HEIGHT);
        return new VBox(14, why, scrolled);
    }

    private static VBox entry(Leftover left) {
        Label what =
                new Label(left.kept().file().map(Path::toString).orElseGet(() -> Texts.get("dialog.recover.no-file")));
        what.setWrapText(true);
        Label when = new Label(Texts.get(
                "dialog.recover.when", when(left), left.kept().graph().nodes().size()));
        when.getStyleClass().add("quiet");
        return new VBox(2, what, when);
    }

    private static String when(Leftover left) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.language().locale())
                .withZone(ZoneId.systemDefault())
                .format(left.kept().at());
    }
}
