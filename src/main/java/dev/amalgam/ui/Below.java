package dev.amalgam.ui;

import dev.amalgam.ui.cost.CostView;
import dev.amalgam.ui.dialogs.Dialogs;
import dev.amalgam.ui.dialogs.FileQuestion;
import dev.amalgam.ui.live.LiveView;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.values.ValuesHost;
import dev.amalgam.ui.values.ValuesView;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/**
 * What stands below the canvas: the live panel and, as soon as a value is looked at more closely, a tab with those values; what
 * it all costs has a tab where that is asked for.
 */
public final class Below extends TabPane {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    /** How much of the height the values want, so that there is more to see of them than on a card. */
    private static final double TALL = 0.44;

    private final LiveView live = new LiveView();
    private final ValuesView values = new ValuesView();
    private final CostView costs = new CostView();
    private final Tab running = new Tab(Texts.get("below.live"), live);
    private final Tab looking = new Tab(Texts.get("below.values"), values);
    private final Tab counting = new Tab(Texts.get("below.costs"), costs);
    private Optional<Double> before = Optional.empty();

    /** Shows the live panel. */
    public Below() {
        getStyleClass().addAll("documents", "below");
        setAccessibleText(Texts.get("below.name"));
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        minHeightProperty().bind(live.minHeightProperty());
        prefHeightProperty().bind(TextScale.length(220));
        getTabs().add(running);
        values.visibleProperty().bind(looking.selectedProperty());
        costs.visibleProperty().bind(counting.selectedProperty());
        pseudoClassStateChanged(ALONE, true);
    }

    LiveView live() {
        return live;
    }

    ValuesView values() {
        return values;
    }

    CostView costs() {
        return costs;
    }

    /** Shows what it costs, or does not any more. */
    void showCosts(boolean shown) {
        if (!shown) {
            getTabs().remove(counting);
        } else if (!getTabs().contains(counting)) {
            getTabs().add(counting);
        }
        if (shown) {
            getSelectionModel().select(counting);
        }
        pseudoClassStateChanged(ALONE, getTabs().size() == 1);
    }

    /** Works in a window: what it says goes to {@code say}. */
    void in(Dialogs dialogs, Consumer<String> say) {
        values.in(new ValuesHost() {
            @Override
            public void say(String words) {
                say.accept(words);
            }

            @Override
            public Optional<Path> save(FileQuestion question) {
                return dialogs.save(question);
            }

            @Override
            public void failed(Exception why) {
                Message message = Message.of(why);
                dialogs.tell(Texts.get("dialog.not-saved"), message.sentence(), message.remedy());
            }

            @Override
            public void changed() {
                arrange();
            }
        });
    }

    /** Shows the values where there are some, with room to see them; where there are none, it is as it was before. */
    void arrange() {
        boolean some = !values.isEmpty();
        boolean had = getTabs().contains(looking);
        if (some && !had) {
            getTabs().add(looking);
            grow();
        }
        if (some) {
            getSelectionModel().select(looking);
        } else if (had) {
            getTabs().remove(looking);
            divider().ifPresent(divider -> before.ifPresent(divider::setPosition));
        }
        pseudoClassStateChanged(ALONE, getTabs().size() == 1);
    }

    private void grow() {
        before = divider().map(SplitPane.Divider::getPosition);
        divider()
                .filter(divider -> divider.getPosition() > 1 - TALL)
                .ifPresent(divider -> divider.setPosition(1 - TALL));
    }

    private Optional<SplitPane.Divider> divider() {
        Node parent = getParent();
        while (parent != null && !(parent instanceof SplitPane)) {
            parent = parent.getParent();
        }
        return parent instanceof SplitPane rows ? rows.getDividers().stream().findFirst() : Optional.empty();
    }
}
