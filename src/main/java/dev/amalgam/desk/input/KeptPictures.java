package dev.amalgam.desk.input;

import dev.amalgam.project.SafeFile;
import dev.amalgam.project.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Pictures that came from elsewhere than a file or a folder, kept so that an amalgamation can refer to them. */
public final class KeptPictures {
    /** Digits of the hash in a name: two pictures of one name in a million million. */
    private static final int DIGITS = 10;

    private final Path folder;

    /** @param folder where they are kept; made when the first comes */
    public KeptPictures(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a picture; the same one only once.
     *
     * @param png the bytes of the file
     * @throws IOException where that fails
     */
    public Path keep(byte[] png) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("picture-" + name(png) + ".png");
        if (!Files.exists(file)) {
            SafeFile.write(file, png);
        }
        return file;
    }

    /**
     * Keeps copies of several pictures in one folder, to be shown one after another.
     *
     * @param pictures files; of two of one name only the first is kept
     * @return the folder, the same for the same pictures
     * @throws IOException where that fails
     */
    public Path together(List<Path> pictures) throws IOException {
        StringBuilder content = new StringBuilder();
        for (Path picture : pictures) {
            content.append(picture.getFileName()).append(Sha256.of(picture).hex());
        }
        Path slides = folder.resolve("slides-" + name(content.toString().getBytes(StandardCharsets.UTF_8)));
        Files.createDirectories(slides);
        for (Path picture : pictures) {
            Path copy = slides.resolve(picture.getFileName());
            if (!Files.exists(copy)) {
                Files.copy(picture, copy);
            }
        }
        return slides;
    }

    private static String name(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
