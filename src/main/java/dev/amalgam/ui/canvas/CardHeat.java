package dev.amalgam.ui.canvas;

import dev.amalgam.ui.look.Fonts;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What a node takes, on its card: a glow behind it as strong as its share, a bar as long, and the amount in words. */
final class CardHeat extends Group {
    private static final double EDGE = 1;
    private static final double LEAST = 0.03;
    private static final double STRONGEST = 0.45;
    private static final double CHIP = 17;
    private static final double PAD = 7;

    private final Rectangle glow = new Rectangle();
    private final Rectangle bar = new Rectangle();
    private final Rectangle chip = new Rectangle();
    private final Text words = new Text();

    CardHeat() {
        setMouseTransparent(true);
        glow.setMouseTransparent(true);
        glow.setVisible(false);
        glow.getStyleClass().add("heat-glow");
        glow.setX(EDGE);
        glow.setY(EDGE);
        glow.setArcWidth(14);
        glow.setArcHeight(14);
        bar.getStyleClass().add("heat-bar");
        chip.getStyleClass().add("heat-chip");
        chip.setArcWidth(10);
        chip.setArcHeight(10);
        words.getStyleClass().add("heat-words");
        words.setFont(CardLayout.QUIET_FONT);
        words.setTextOrigin(VPos.CENTER);
    }

    /** What stands behind all that is read on the card. */
    Rectangle glow() {
        return glow;
    }

    void show(Optional<Warmth> warmth, CardLayout layout) {
        glow.setVisible(warmth.isPresent());
        if (warmth.isEmpty()) {
            getChildren().clear();
            return;
        }
        double share = Math.clamp(warmth.get().share(), 0, 1);
        glow.setWidth(layout.width() - 2 * EDGE);
        glow.setHeight(layout.height() - 2 * EDGE);
        glow.setOpacity(opacity(share));
        double width = Fonts.width(warmth.get().words(), CardLayout.QUIET_FONT) + 2 * PAD;
        double x = Math.max(4, layout.width() - width - 8);
        double y = layout.height() - CHIP / 2;
        chip.setX(x);
        chip.setY(y);
        chip.setWidth(width);
        chip.setHeight(CHIP);
        words.setText(warmth.get().words());
        words.setX(x + PAD);
        words.setY(y + CHIP / 2);
        bar.setX(8);
        bar.setY(layout.height() - 3);
        bar.setHeight(3);
        bar.setWidth(Math.max(0, x - 12) * share);
        if (getChildren().isEmpty()) {
            getChildren().setAll(bar, chip, words);
        }
    }

    /** Large shares are told apart by strength, small ones by their words. */
    static double opacity(double share) {
        return LEAST + (STRONGEST - LEAST) * share;
    }
}
