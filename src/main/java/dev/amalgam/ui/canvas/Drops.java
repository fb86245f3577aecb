package dev.amalgam.ui.canvas;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.ui.input.FileDrop;
import dev.amalgam.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
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
        event.setDropCompleted(board.hasFiles());
        drop(board.getFiles().stream().map(File::toPath).toList(), new Point2D(event.getX(), event.getY()));
        event.consume();
    }

    /** Takes files at a point of the view: for the node there if it takes files, or else for the canvas. */
    void drop(List<Path> files, Point2D at) {
        Point2D world = scenery.camera().toWorld(at.getX(), at.getY());
        Optional<TypedNode> under = scenery.board().at(world) instanceof Hit.OnCard(NodeId node)
                ? scenery.document().state().typing().node(node)
                : Optional.empty();
        Optional<FileDrop> drop = under.flatMap(node -> FileDrop.on(node, files));
        if (under.isPresent() && drop.isPresent()) {
            give(under.get().id(), drop.get());
        } else if (under.filter(node -> !FileDrop.taken(node).isEmpty()).isPresent()) {
            refuse(under.get(), files);
        } else {
            Position place = new Position(Math.rint(world.getX()), Math.rint(world.getY()));
            files.forEach(file -> canvas.host().fileForCanvas(file, place));
        }
    }

    private void give(NodeId node, FileDrop drop) {
        if (drop.files().size() == 1) {
            canvas.host().fileForNode(node, drop.setting(), drop.files().getFirst());
        } else {
            canvas.host().filesForNode(node, drop.setting(), drop.files());
        }
    }

    private void refuse(TypedNode node, List<Path> files) {
        String what = files.size() == 1
                ? Texts.get("canvas.drop.file", files.getFirst().getFileName())
                : Texts.get("canvas.drop.files", files.size());
        canvas.host()
                .tell(
                        Texts.get("canvas.drop.refused", node.id(), FileDrop.taken(node), what),
                        Texts.get("canvas.drop.remedy"));
    }
}
