package dev.amalgam.desk.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.Reels;
import dev.amalgam.tensor.ElementType;
import java.util.List;
import java.util.Optional;

/**
 * A node that brings pictures in.
 *
 * @param node its name
 * @param file the picture or the folder that the document says, if it says one
 */
public record PictureSource(NodeId node, Optional<FileRef> file) {
    /** All of them, in the order of the flow. */
    public static List<PictureSource> of(Typing typing) {
        return typing.ordered().stream().flatMap(node -> of(node).stream()).toList();
    }

    /** A node, where it is one. */
    public static Optional<PictureSource> of(TypedNode node) {
        if (node.isBypassed() || !node.signature().inputs().isEmpty() || !givesPictures(node)) {
            return Optional.empty();
        }
        return feed(node).flatMap(feed -> switch (feed) {
            case Feed.ImageFile(FileRef file) -> Optional.of(new PictureSource(node.id(), Optional.of(file)));
            case Feed.ImageFolder(FileRef folder) -> Optional.of(new PictureSource(node.id(), Optional.of(folder)));
            case Feed.Unset _ -> Optional.of(new PictureSource(node.id(), Optional.empty()));
            case Feed.TensorFile _, Feed.Lines _, Feed.TextFile _, Feed.SoundFile _, Feed.Noise _, Feed.Constant _ ->
                Optional.empty();
        });
    }

    private static Optional<Feed> feed(TypedNode node) {
        try {
            return node.kind().feed(node.chosen());
        } catch (KindException e) {
            return Optional.empty(); // Typing tells it on the node.
        }
    }

    private static boolean givesPictures(TypedNode node) {
        return !node.outputs().isEmpty()
                && node.outputs().firstEntry().getValue().type().element() == ElementType.UINT8;
    }

    /** Whether there may be several pictures. */
    public boolean isReel() {
        return file.filter(it -> it.isFolder() || Reels.mayMove(it.path())).isPresent();
    }
}
