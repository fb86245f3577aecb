package dev.amalgam.ui.canvas;

import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.ui.action.Menus;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The menus of what lies on the canvas: of a node, of several things, of a wire, of a note, and of the canvas itself. */
public final class CanvasMenus {
    private final Menus menus;
    private final Supplier<CanvasView> canvas;
    private final Map<String, ContextMenu> made = new HashMap<>();

    /** Menus for the canvas that is in use when one is asked for. */
    public CanvasMenus(Menus menus, Supplier<CanvasView> canvas) {
        this.menus = menus;
        this.canvas = canvas;
    }

    /** From now on a click with the other button opens the menu of what is there; {@code place} is where canvases stand. */
    public void listen(Node place) {
        place.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> hide());
        place.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // A press that was moved has panned the view.
            if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress() && isPlain(event)) {
                Point2D at = canvas.get().screenToLocal(event.getScreenX(), event.getScreenY());
                select(at);
                show(event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private static boolean isPlain(MouseEvent event) {
        return !event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
    }

    /** What is pointed at becomes the selection, unless it is part of it already. */
    private void select(Point2D at) {
        Scenery scenery = canvas.get().scenery();
        Point2D world = scenery.camera().toWorld(at.getX(), at.getY());
        switch (scenery.board().at(world)) {
            case Hit.OnCard(NodeId node) -> select(node);
            case Hit.OnPort(Port port) -> select(port.ref().node());
            case Hit.OnWire(var wire) -> scenery.selection().only(wire);
            case Hit.OnGround() ->
                canvas.get()
                        .notes()
                        .at(world)
                        .ifPresentOrElse(hit -> select(scenery, hit.id()), scenery.selection()::clear);
        }
    }

    private static void select(Scenery scenery, NoteId note) {
        if (!scenery.selection().notes().contains(note)) {
            scenery.selection().only(note);
        }
    }

    private void select(NodeId node) {
        if (!canvas.get().selectedNodes().contains(node)) {
            canvas.get().select(Set.of(node));
        }
    }

    /** Opens the menu of what is selected, beside it. */
    public void showForSelection() {
        CanvasView view = canvas.get();
        Point2D inside = view.selectedNodes().stream()
                .findFirst()
                .flatMap(view::pointOf)
                .filter(view.getLayoutBounds()::contains)
                .orElse(new Point2D(view.getWidth() / 2, view.getHeight() / 2));
        Point2D screen = view.localToScreen(inside);
        show(screen.getX(), screen.getY());
    }

    private void show(double x, double y) {
        hide();
        made.computeIfAbsent(sort(), menus::context).show(canvas.get(), x, y);
    }

    private String sort() {
        int nodes = canvas.get().selectedNodes().size();
        int notes = canvas.get().scenery().selection().notes().size();
        if (nodes + notes > 1) {
            return "selection";
        }
        if (nodes + notes == 1) {
            return nodes == 1 ? "node" : "note";
        }
        return canvas.get().hasSelection() ? "wire" : "canvas";
    }

    private void hide() {
        made.values().forEach(ContextMenu::hide);
    }
}
