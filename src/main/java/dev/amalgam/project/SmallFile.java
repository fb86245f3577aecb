package dev.amalgam.project;

import dev.amalgam.onnx.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads files that fit in memory, never more of them than a limit allows, and says in a sentence why one cannot be read. */
final class SmallFile {
    private static final int MOST_NAMES = 5_000;

    private SmallFile() {}

    /** The last part of a path, as sentences call the file. */
    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /**
     * All bytes.
     *
     * @param most how many are read at most
     * @throws ProjectException {@code missing-file} with the nearest name there is, {@code too-large}, {@code unreadable}
     */
    static byte[] bytes(Path file, int most) throws ProjectException {
        requireRegular(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new ProjectException(
                        "too-large",
                        name(file) + " is larger than " + Sizes.of(most) + ", which is the limit",
                        "Check that it is the right file");
            }
            return bytes;
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The whole as UTF-8, without a byte order mark. @throws ProjectException as {@link #bytes} */
    static String text(Path file, int most) throws ProjectException {
        return text(bytes(file, most), name(file));
    }

    static String text(byte[] bytes, String name) throws ProjectException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProjectException(
                    "unreadable", name + " is not text in UTF-8", "Choose another file, or save it as UTF-8", e);
        }
    }

    /** Refuses what is not there and what is no plain file, such as a folder or a device that never ends. */
    static void requireRegular(Path file) throws ProjectException {
        if (!Files.exists(file)) {
            throw missing(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new ProjectException("unreadable", file + " is not a plain file", "Choose a file");
        }
    }

    /** Refuses what is not there and what is no folder. */
    static void requireFolder(Path folder) throws ProjectException {
        if (!Files.exists(folder)) {
            throw missing(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new ProjectException("unreadable", folder + " is not a folder", "Choose it again");
        }
    }

    static ProjectException missing(Path file) {
        return new ProjectException(
                "missing-file",
                "There is no file " + file,
                nearest(file)
                        .map(near -> "The nearest name there is '" + near + "'")
                        .orElse("Put it there, or choose another"));
    }

    /** The name beside {@code missing} that was probably meant, capital letters aside. */
    private static Optional<String> nearest(Path missing) {
        Path folder = missing.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> names = files.map(SmallFile::name)
                    .limit(MOST_NAMES)
                    .collect(Collectors.toMap(SmallFile::lower, name -> name, (one, other) -> one));
            return Nearest.to(lower(name(missing)), names.keySet(), 1).stream()
                    .findFirst()
                    .map(names::get);
        } catch (IOException e) {
            return Optional.empty(); // A remedy is a courtesy: the missing file is the error.
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static ProjectException unreadable(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> missing(file);
            case AccessDeniedException _ ->
                new ProjectException("unreadable", file + " may not be read by you", "Change its permissions", e);
            default ->
                new ProjectException("unreadable", file + " cannot be read: " + e.getMessage(), "Check the disk", e);
        };
    }
}
