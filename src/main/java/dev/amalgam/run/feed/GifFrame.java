package dev.amalgam.run.feed;

import java.awt.Dimension;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * What a GIF says of one of its frames.
 *
 * @param left where it begins on the whole, in pixels
 * @param top where it begins on the whole, in pixels
 * @param after what becomes of it before the next is drawn
 * @param shown how long it is to be seen
 */
record GifFrame(int left, int top, After after, Duration shown) {
    /** Browsers show what claims to be quicker for a tenth of a second. */
    private static final int QUICKEST = 2;

    private static final int USUAL = 10;

    /** What becomes of a frame before the next is drawn. */
    enum After {
        STAYS,
        IS_CLEARED,
        GIVES_BACK
    }

    static GifFrame of(ImageReader reader, int index) throws IOException {
        IIOMetadataNode root = tree(reader.getImageMetadata(index));
        IIOMetadataNode place = child(root, "ImageDescriptor").orElseThrow();
        int left = number(place, "imageLeftPosition");
        int top = number(place, "imageTopPosition");
        return child(root, "GraphicControlExtension")
                .map(control -> new GifFrame(left, top, after(control), shown(control)))
                .orElseGet(() -> new GifFrame(left, top, After.STAYS, hundredths(USUAL)));
    }

    /** The size of the whole, of which frames may be parts. */
    static Dimension whole(ImageReader reader) throws IOException {
        IIOMetadataNode screen = child(tree(reader.getStreamMetadata()), "LogicalScreenDescriptor")
                .orElseThrow();
        int width = number(screen, "logicalScreenWidth");
        int height = number(screen, "logicalScreenHeight");
        // Some programs leave the size out.
        return width > 0 && height > 0
                ? new Dimension(width, height)
                : new Dimension(reader.getWidth(0), reader.getHeight(0));
    }

    private static IIOMetadataNode tree(IIOMetadata metadata) {
        return (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    }

    private static Optional<IIOMetadataNode> child(IIOMetadataNode root, String name) {
        return Optional.ofNullable(
                (IIOMetadataNode) root.getElementsByTagName(name).item(0));
    }

    private static After after(IIOMetadataNode control) {
        return switch (control.getAttribute("disposalMethod")) {
            case "restoreToBackgroundColor" -> After.IS_CLEARED;
            case "restoreToPrevious" -> After.GIVES_BACK;
            default -> After.STAYS;
        };
    }

    private static Duration shown(IIOMetadataNode control) {
        int delay = number(control, "delayTime");
        return hundredths(delay < QUICKEST ? USUAL : delay);
    }

    private static Duration hundredths(int count) {
        return Duration.ofMillis(10L * count);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }
}
