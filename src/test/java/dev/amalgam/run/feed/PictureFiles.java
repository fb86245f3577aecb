package dev.amalgam.run.feed;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Picture files for tests: of one colour, broken, and such that move. */
public final class PictureFiles {
    private PictureFiles() {}

    /** A picture of one colour. */
    public static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    /** A PNG file of one colour. */
    public static Path png(Path file, int width, int height, Color colour) throws IOException {
        ImageIO.write(plain(width, height, colour), "png", file.toFile());
        return file;
    }

    /** A file that only looks like a picture by its name. */
    public static Path broken(Path file) throws IOException {
        return Files.writeString(file, "no picture");
    }

    /** A frame of a GIF, what becomes of it, and for how many hundredths of a second it is to be seen. */
    public record Frame(BufferedImage image, int left, int top, String disposal, int hundredths) {}

    /** A GIF that moves. */
    public static Path gif(Path file, List<Frame> frames) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Frame frame : frames) {
                writer.writeToSequence(new IIOImage(frame.image(), null, metadata(writer, frame)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static IIOMetadata metadata(ImageWriter writer, Frame frame) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame.image()), null);
        IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
        IIOMetadataNode place = new IIOMetadataNode("ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(frame.left()));
        place.setAttribute("imageTopPosition", Integer.toString(frame.top()));
        place.setAttribute("imageWidth", Integer.toString(frame.image().getWidth()));
        place.setAttribute("imageHeight", Integer.toString(frame.image().getHeight()));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", frame.disposal());
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(frame.hundredths()));
        root.appendChild(place);
        root.appendChild(control);
        metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }
}
