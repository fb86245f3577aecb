package dev.amalgam.run.feed;

import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pictures that lie in a folder, by their names as people count: 2 before 10. Folders inside it are left alone. */
final class PictureFolder implements Reel {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff");

    private final Path folder;
    private final List<Path> pictures;

    private PictureFolder(Path folder, List<Path> pictures) {
        this.folder = folder;
        this.pictures = pictures;
    }

    /** Lists the pictures of a folder without opening them. @throws KindException where there are none, or too many */
    static PictureFolder of(Path folder) throws KindException {
        List<Path> pictures = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PictureFolder::isPicture)) {
            for (Path file : files) {
                if (pictures.size() == Limits.FOLDER_PICTURES) {
                    throw bad(
                            folder,
                            "there are more than " + Limits.FOLDER_PICTURES + " pictures in it",
                            "Choose a folder with fewer");
                }
                pictures.add(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw bad(folder, "it cannot be read", "Check that it is there and that you may read it");
        }
        if (pictures.isEmpty()) {
            throw bad(
                    folder,
                    "there is no picture in it",
                    "Choose a folder with PNG, JPEG, GIF, BMP or TIFF pictures in it");
        }
        pictures.sort((one, other) -> NaturalOrder.compare(fileName(one), fileName(other)));
        return new PictureFolder(folder, List.copyOf(pictures));
    }

    private static boolean isPicture(Path file) {
        String name = fileName(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static KindException bad(Path folder, String why, String remedy) {
        return new KindException(
                "bad-folder", "file", "The folder '" + fileName(folder) + "' cannot be used: " + why, remedy);
    }

    @Override
    public String name() {
        return fileName(folder);
    }

    @Override
    public int size() {
        return pictures.size();
    }

    @Override
    public String name(int position) {
        return fileName(pictures.get(position));
    }

    @Override
    public Tensor picture(int position) throws KindException {
        return Pictures.read(pictures.get(position));
    }

    @Override
    public Optional<Duration> shown(int position) {
        return Optional.empty();
    }
}
