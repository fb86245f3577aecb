package dev.amalgam.ui.canvas;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.kind.Setting;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files that are dropped on the canvas. */
final class Drops {
    private final CanvasView canvas;
    private final Scenery scenery;

    Drops(CanvasView canvas, Scenery scenery) {
        this.canvas = canvas;
        this.scenery = scenery;
        canvas.addEventHandler(DragEvent.DRAG_OVER, this::over);
        canvas.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        Point2D at = new Point2D(event.getX(), event.getY());
        boolean done = board.hasFiles();
        board.getFiles().forEach(file -> file(file, at));
        event.setDropCompleted(done);
        event.consume();
    }

    private void file(File file, Point2D at) {
        Path path = file.toPath();
        Point2D world = scenery.camera().toWorld(at.getX(), at.getY());
        Optional<NodeId> under =
                scenery.board().at(world) instanceof Hit.OnCard(NodeId node) ? Optional.of(node) : Optional.empty();
        Optional<Setting> setting =
                under.flatMap(scenery.document().state().typing()::node).flatMap(typed -> takes(typed, path));
        if (under.isPresent() && setting.isPresent()) {
            canvas.host().fileForNode(under.get(), setting.get().name(), path);
        } else {
            canvas.host().fileForCanvas(path, new Position(Math.rint(world.getX()), Math.rint(world.getY())));
        }
    }

    /** The first setting of a node that takes files of this ending. */
    private static Optional<Setting> takes(TypedNode typed, Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return typed.kind().schema().settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File file
                        && file.endings().stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst();
    }
}
