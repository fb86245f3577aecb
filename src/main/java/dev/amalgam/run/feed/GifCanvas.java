package dev.amalgam.run.feed;

import java.awt.AlphaComposite;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** What the frames of a GIF are drawn on, one over the other. */
final class GifCanvas {
    private BufferedImage canvas;
    private int next;

    GifCanvas(Dimension size) {
        canvas = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
    }

    /** The frame that is drawn next. */
    int next() {
        return next;
    }

    /** Draws the next frame over what is left of those before. @return the whole as it is seen then */
    BufferedImage draw(BufferedImage part, GifFrame frame) {
        BufferedImage before = copy(canvas);
        Graphics2D pen = canvas.createGraphics();
        pen.drawImage(part, frame.left(), frame.top(), null);
        BufferedImage seen = copy(canvas);
        if (frame.after() == GifFrame.After.IS_CLEARED) {
            pen.setComposite(AlphaComposite.Clear);
            pen.fillRect(frame.left(), frame.top(), part.getWidth(), part.getHeight());
        }
        pen.dispose();
        if (frame.after() == GifFrame.After.GIVES_BACK) {
            canvas = before;
        }
        next++;
        return seen;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.copyData(copy.getRaster());
        return copy;
    }
}
