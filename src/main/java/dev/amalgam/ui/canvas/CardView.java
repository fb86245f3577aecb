package dev.amalgam.ui.canvas;

import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.graph.Mode;
import dev.amalgam.ui.look.Styles;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.thread.UiThread;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A card as light nodes, kept as a bitmap while nothing on it changes. Its nodes are made when its layout changes; while only
 * what it says changes, they stay, and each card waits for its turn at the door to the UI thread.
 */
final class CardView extends Pane {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");
    private static final PseudoClass DOT = PseudoClass.getPseudoClass("dot");
    /** Where the keyboard is; see {@link Walk}. */
    static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final CardDress dress = new CardDress();
    private final CardHeat heat = new CardHeat();
    private final CardHeading heading = new CardHeading();
    private final PreviewPlace preview = new PreviewPlace(PreviewPlace.Scope.CARD);
    private final Rectangle veil = new Rectangle();
    private final Group sockets = new Group();
    private @Nullable Label badge;
    private final Map<Port, PortView> ports = new HashMap<>();
    private Board.@Nullable Placed wanted;

    CardView() {
        getStyleClass().add("node-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false);
        setCache(true);
        preview.setManaged(false);
        veil.getStyleClass().add("veil");
        getChildren().addAll(heat.glow(), dress, heading, preview, veil, sockets, heat);
    }

    /** Forgets what it showed, so that all of the next is shown at once. */
    void blank() {
        wanted = null;
        preview.replace();
        pseudoClassStateChanged(CURRENT, false);
    }

    /** Shows this: at once where it looks different, soon where it only says something else. */
    void show(Board.Placed placed) {
        Board.Placed before = wanted;
        wanted = placed;
        if (before == null || !before.layout().equals(placed.layout())) {
            lay(placed.layout());
            say(placed);
        } else if (!saysTheSame(before, placed)) {
            UiThread.soon(this, this::sayWanted);
        }
    }

    private static boolean saysTheSame(Board.Placed a, Board.Placed b) {
        return a.known().state() == b.known().state() && a.card().equals(b.card());
    }

    private void lay(CardLayout layout) {
        resize(layout.width(), layout.height());
        setPrefSize(layout.width(), layout.height());
        ports.clear();
        layout.ports().forEach(place -> ports.put(place.port(), new PortView(place)));
        sockets.getChildren().setAll(ports.values());
        preview.setVisible(layout.preview().isPresent());
        layout.preview().ifPresent(slot -> {
            preview.resizeRelocate(slot.getMinX(), slot.getMinY(), slot.getWidth(), slot.getHeight());
            veil.setX(slot.getMinX());
            veil.setY(slot.getMinY());
            veil.setWidth(slot.getWidth());
            veil.setHeight(slot.getHeight());
            if (preview.getChildren().isEmpty()) {
                preview.replace(emptySlot(slot));
            }
        });
    }

    private void sayWanted() {
        if (wanted != null) {
            say(wanted);
            Styles.applyNow(this);
        }
    }

    private void say(Board.Placed placed) {
        Card card = placed.card();
        for (Status status : Status.values()) {
            pseudoClassStateChanged(pseudo(status), status == card.status());
        }
        boolean dot = card.slot().equals(Slot.DOT);
        pseudoClassStateChanged(DOT, dot);
        heading.setVisible(!dot);
        pseudoClassStateChanged(BROKEN, card.broken());
        setAccessibleText(card.says());
        pseudoClassStateChanged(MUTED, card.mode() == Mode.MUTED);
        pseudoClassStateChanged(BYPASSED, card.mode() == Mode.BYPASSED);
        dress.show(card.look(), placed.layout());
        heading.show(card, placed.layout().width());
        Optional<Rectangle2D> slot = placed.layout().preview();
        slot.ifPresent(it -> preview(card, placed.known().state().reading(), it));
        // Hatching over a preview that is not true any more.
        veil.setVisible(slot.isPresent() && card.status() == Status.STALE);
        badge(card, placed.layout());
    }

    /** A label costs as much as all the rest of a card, and few cards have one. */
    private void badge(Card card, CardLayout layout) {
        boolean wants = !card.slot().equals(Slot.DOT) && !card.troubles().isEmpty();
        Label shown = badge == null && wants ? newBadge() : badge;
        if (shown == null) {
            return;
        }
        shown.setVisible(wants);
        shown.resizeRelocate(layout.width() - 10, -8, 18, 18);
        List<String> styles = List.of("label", "badge", card.broken() ? "error" : "warning");
        if (!shown.getStyleClass().equals(styles)) {
            shown.getStyleClass().setAll(styles);
        }
        shown.setAccessibleText(String.join(" ", card.troubles()));
    }

    private Label newBadge() {
        Label made = new Label("!");
        made.setManaged(false);
        getChildren().add(made);
        badge = made;
        return made;
    }

    private static PseudoClass pseudo(Status status) {
        return PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT));
    }

    private void preview(Card card, Optional<Reading> reading, Rectangle2D slot) {
        reading.ifPresentOrElse(
                it -> preview.show(it, card.slot().form(), slot.getWidth(), slot.getHeight()),
                () -> preview.replace(emptySlot(slot)));
    }

    private static Rectangle emptySlot(Rectangle2D slot) {
        Rectangle empty = new Rectangle(0.5, 0.5, slot.getWidth() - 1, slot.getHeight() - 1);
        empty.getStyleClass().add("slot");
        return empty;
    }

    /** Shows over it what its node takes; nothing where that is not asked for. */
    void warm(Optional<Warmth> warmth, CardLayout layout) {
        heat.show(warmth, layout);
    }

    void dim(boolean dimmed) {
        pseudoClassStateChanged(DIMMED, dimmed);
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /** Lights up or dims each port by its verdict. */
    void judge(Function<Port, PortView.Verdict> verdict) {
        ports.forEach((port, view) -> view.judge(verdict.apply(port)));
    }
}
