package dev.amalgam.run.feed;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a GIF that moves. A frame is drawn over the one before, so the next is quick to get and any other is drawn
 * from the first on.
 */
final class Animation implements Reel {
    private final Path file;
    private final ImageReader reader;
    private final Dimension size;
    private final List<GifFrame> frames;
    private @Nullable GifCanvas canvas;

    private Animation(Path file, ImageReader reader) throws IOException, KindException {
        this.file = file;
        this.reader = reader;
        this.size = GifFrame.whole(reader);
        Pictures.checkSize(file, size.width, size.height, Limits.FRAME_PIXELS);
        this.frames = frames();
    }

    /** A file's frames; one for a picture that stands still. @throws KindException where it is no GIF, or too large */
    static Animation of(Path file) throws KindException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.MOVING_BYTES);
            if (in.read() >= 0) {
                throw Pictures.bad(file, "it has more than " + (Limits.MOVING_BYTES >> 20) + " MB");
            }
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), false, false);
            return new Animation(file, reader);
        } catch (IOException | RuntimeException e) {
            throw Pictures.damaged(file);
        }
    }

    private List<GifFrame> frames() throws IOException, KindException {
        int count = reader.getNumImages(true);
        if (count < 1 || count > Limits.FRAMES) {
            throw Pictures.bad(file, "it has " + count + " frames, and from 1 to " + Limits.FRAMES + " can be used");
        }
        List<GifFrame> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Pictures.checkSize(file, reader.getWidth(index), reader.getHeight(index), Limits.FRAME_PIXELS);
            all.add(GifFrame.of(reader, index));
        }
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public int size() {
        return frames.size();
    }

    @Override
    public String name(int position) {
        return name();
    }

    @Override
    public synchronized Tensor picture(int position) throws KindException {
        try {
            return Pictures.pixels(drawn(position));
        } catch (IOException | RuntimeException e) {
            canvas = null;
            throw Pictures.damaged(file);
        }
    }

    private BufferedImage drawn(int position) throws IOException {
        GifCanvas drawing = canvas;
        if (drawing == null || drawing.next() > position) {
            drawing = new GifCanvas(size);
        }
        canvas = drawing;
        while (drawing.next() < position) {
            drawing.draw(reader.read(drawing.next()), frames.get(drawing.next()));
        }
        return drawing.draw(reader.read(position), frames.get(position));
    }

    @Override
    public Optional<Duration> shown(int position) {
        return frames.size() > 1 ? Optional.of(frames.get(position).shown()) : Optional.empty();
    }
}
