package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.Fonts;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The two lines at the top of a card: name, status and time, and the grey line. Made once, then kept true. */
final class CardHeading extends Group {
    private final Text title = text(CardLayout.TITLE_FONT, CardLayout.TITLE_Y, "card-title");
    private final Text facts = text(CardLayout.QUIET_FONT, CardLayout.FACTS_Y, "card-facts");
    private final Text time = text(CardLayout.QUIET_FONT, CardLayout.TITLE_Y, "card-time");
    private final StatusMark mark = new StatusMark();

    CardHeading() {
        mark.setLayoutY(CardLayout.TITLE_Y - StatusMark.SIZE / 2);
        getChildren().addAll(title, facts, time, mark);
    }

    private static Text text(Font font, double y, String style) {
        Text text = new Text();
        text.setFont(font);
        text.setTextOrigin(VPos.CENTER);
        text.setX(CardLayout.PAD);
        text.setY(y);
        text.getStyleClass().add(style);
        return text;
    }

    /** @param width of the card */
    void show(Card card, double width) {
        double timeWidth = Fonts.width(card.time(), CardLayout.QUIET_FONT);
        double timeX = width - CardLayout.PAD - timeWidth;
        double markX = timeX - StatusMark.SIZE - (timeWidth == 0 ? 0 : 5);
        time.setText(card.time());
        time.setX(timeX);
        mark.show(card.status());
        mark.setLayoutX(markX);
        title.setText(Fonts.fit(card.id().name(), CardLayout.TITLE_FONT, markX - 8 - CardLayout.PAD));
        facts.setVisible(!card.look().collapsed());
        facts.setText(facts(card, width - 2 * CardLayout.PAD));
    }

    /** As many facts as fit whole; what the node is, at least. */
    private static String facts(Card card, double room) {
        for (int count = card.facts().size(); count > 1; count--) {
            String line = String.join(" · ", card.facts().subList(0, count));
            if (Fonts.width(line, CardLayout.QUIET_FONT) <= room) {
                return line;
            }
        }
        return Fonts.fit(card.facts().getFirst(), CardLayout.QUIET_FONT, room);
    }
}
