package dev.amalgam.run.feed;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What has several pictures one after another. */
public final class Reels {
    private Reels() {}

    /** Whether a file of this name may have several pictures. */
    public static boolean mayMove(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".gif");
    }

    /** Opens a folder or a picture that moves. @throws KindException where there is no picture in it */
    public static Reel open(Path path) throws KindException {
        return Files.isDirectory(path) ? PictureFolder.of(path) : Animation.of(path);
    }

    /** The first picture that can be read. @throws KindException where there is none */
    public static Tensor first(Reel reel) throws KindException {
        for (int position = 0; position < reel.size(); position++) {
            Optional<Tensor> picture = picture(reel, position);
            if (picture.isPresent()) {
                return picture.get();
            }
        }
        throw none(reel);
    }

    private static Optional<Tensor> picture(Reel reel, int position) {
        try {
            return Optional.of(reel.picture(position));
        } catch (KindException e) {
            return Optional.empty(); // Another may do; which are broken is told where the reel is looked through.
        }
    }

    /** None of a reel's pictures can be read. */
    public static KindException none(Reel reel) {
        return new KindException(
                "bad-folder",
                "file",
                "None of the " + reel.size() + " pictures in '" + reel.name() + "' can be read",
                "Choose another folder");
    }
}
