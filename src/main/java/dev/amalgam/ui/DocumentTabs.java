package dev.amalgam.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The tabs above the canvas, one for each open document. They hold no content: the canvas below them changes. */
final class DocumentTabs {
    private final TabPane pane;
    private final Session session;
    private final Consumer<OpenDocument> close;
    private boolean following;

    /** @param close closes a document once nothing can be lost */
    DocumentTabs(TabPane pane, Session session, Consumer<OpenDocument> close) {
        this.pane = pane;
        this.session = session;
        this.close = close;
        pane.getSelectionModel().selectedItemProperty().addListener((_, _, tab) -> chosen(tab));
        session.onChange(this::follow);
    }

    private void chosen(@Nullable Tab tab) {
        if (!following && tab != null) {
            session.show(document(tab));
        }
    }

    private static OpenDocument document(Tab tab) {
        return (OpenDocument) tab.getUserData();
    }

    /** Shows what is open now. */
    private void follow() {
        following = true;
        List<OpenDocument> open = session.documents();
        pane.getTabs().removeIf(tab -> !open.contains(document(tab)));
        for (int place = 0; place < open.size(); place++) {
            if (place == pane.getTabs().size() || document(pane.getTabs().get(place)) != open.get(place)) {
                pane.getTabs().add(place, tab(open.get(place)));
            }
            name(pane.getTabs().get(place));
        }
        pane.getSelectionModel().select(open.indexOf(session.shown()));
        following = false;
    }

    private Tab tab(OpenDocument document) {
        Tab tab = new Tab();
        tab.setUserData(document);
        tab.setTooltip(new Tooltip());
        tab.setOnCloseRequest(event -> {
            event.consume();
            close.accept(document);
        });
        return tab;
    }

    private static void name(Tab tab) {
        OpenDocument document = document(tab);
        tab.setText(document.title());
        tab.getTooltip().setText(document.workspace().file().map(Path::toString).orElseGet(document::title));
    }
}
