package dev.amalgam.ui.canvas;

import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.preview.Previews;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A card as light nodes, kept as a bitmap while nothing on it changes. */
final class CardView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<Port, PortView> ports = new HashMap<>();
    private @Nullable Card card;
    private @Nullable CardLayout layout;
    private @Nullable Reading reading;
    private @Nullable Node preview;

    CardView() {
        getStyleClass().add("node-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false);
        setCache(true);
    }

    /** Shows this; costs nothing where it shows it already. */
    void show(Board.Placed placed) {
        Reading now = placed.known().state().reading().orElse(null);
        boolean same = placed.card().equals(card) && placed.layout().equals(layout);
        if (same && now == reading) {
            return;
        }
        if (now != reading || layout == null || !placed.layout().preview().equals(layout.preview())) {
            preview = placed.layout()
                    .preview()
                    .map(slot -> preview(placed.card(), now, slot))
                    .orElse(null);
        }
        card = placed.card();
        layout = placed.layout();
        reading = now;
        rebuild(card, layout);
    }

    private static Node preview(Card card, @Nullable Reading reading, Rectangle2D slot) {
        Node node = reading == null
                ? emptySlot(slot)
                : Previews.of(reading, card.slot().form(), slot.getWidth(), slot.getHeight());
        node.setLayoutX(slot.getMinX());
        node.setLayoutY(slot.getMinY());
        return node;
    }

    private static Node emptySlot(Rectangle2D slot) {
        Rectangle empty = new Rectangle(0.5, 0.5, slot.getWidth() - 1, slot.getHeight() - 1);
        empty.getStyleClass().add("slot");
        return empty;
    }

    private void rebuild(Card card, CardLayout layout) {
        resize(layout.width(), layout.height());
        setPrefSize(layout.width(), layout.height());
        for (Status status : Status.values()) {
            pseudoClassStateChanged(pseudo(status), status == card.status());
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass("broken"), card.broken());
        setAccessibleText(card.says());
        getChildren().clear();
        heading(card, layout);
        Optional.ofNullable(preview).ifPresent(getChildren()::add);
        if (card.status() == Status.STALE) {
            layout.preview().ifPresent(this::veil);
        }
        ports.clear();
        layout.ports().forEach(place -> ports.put(place.port(), new PortView(place)));
        getChildren().addAll(ports.values());
        if (!card.troubles().isEmpty()) {
            getChildren().add(badge(card, layout));
        }
    }

    private static PseudoClass pseudo(Status status) {
        return PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT));
    }

    private void heading(Card card, CardLayout layout) {
        double right = layout.width() - CardLayout.PAD;
        Text time = text(card.time(), CardLayout.QUIET_FONT, CardLayout.TITLE_Y, "card-time");
        double timeWidth = Math.ceil(time.getLayoutBounds().getWidth());
        time.setX(right - timeWidth);
        StatusMark mark = new StatusMark(card.status());
        mark.setLayoutX(right - timeWidth - StatusMark.SIZE - (timeWidth == 0 ? 0 : 5));
        mark.setLayoutY(CardLayout.TITLE_Y - StatusMark.SIZE / 2);
        double room = mark.getLayoutX() - 8 - CardLayout.PAD;
        Text title = text(
                Fonts.fit(card.id().name(), CardLayout.TITLE_FONT, room),
                CardLayout.TITLE_FONT,
                CardLayout.TITLE_Y,
                "card-title");
        double all = layout.width() - 2 * CardLayout.PAD;
        Text facts = text(facts(card, all), CardLayout.QUIET_FONT, CardLayout.FACTS_Y, "card-facts");
        getChildren().addAll(title, facts, time, mark);
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

    private static Text text(String words, Font font, double y, String style) {
        Text text = new Text(words);
        text.setFont(font);
        text.setTextOrigin(VPos.CENTER);
        text.setX(CardLayout.PAD);
        text.setY(y);
        text.getStyleClass().add(style);
        return text;
    }

    /** Hatching over a preview that is not true any more. */
    private void veil(Rectangle2D slot) {
        Rectangle veil = new Rectangle(slot.getMinX(), slot.getMinY(), slot.getWidth(), slot.getHeight());
        veil.getStyleClass().add("veil");
        getChildren().add(veil);
    }

    private static Region badge(Card card, CardLayout layout) {
        Label badge = new Label("!");
        badge.getStyleClass().addAll("badge", card.broken() ? "error" : "warning");
        badge.setAccessibleText(String.join(" ", card.troubles()));
        badge.resizeRelocate(layout.width() - 10, -8, 18, 18);
        badge.setManaged(false);
        return badge;
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Lights up or dims each port by its verdict. */
    void judge(Function<Port, PortView.Verdict> verdict) {
        ports.forEach((port, view) -> view.judge(verdict.apply(port)));
    }
}
