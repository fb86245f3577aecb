package dev.amalgam.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * What is in a folder, without opening any of it.
 *
 * @param sha256 of the names, sizes and times of its files
 */
record Listing(String sha256) {
    /** More than anybody looks through; a folder with more counts as the same whatever comes after. */
    private static final int MOST = 100_000;

    /** Looks into a folder. @throws ProjectException where it cannot be read */
    static Listing of(Path folder) throws ProjectException {
        TreeSet<String> lines = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (lines.size() == MOST) {
                    break;
                }
                lines.add(line(file));
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return new Listing(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw SmallFile.unreadable(folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static String line(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return SmallFile.name(file) + '/' + now.size() + '/' + now.lastModifiedTime() + '\n';
        } catch (IOException e) {
            return SmallFile.name(file) + "/gone\n"; // It went away while the folder was read.
        }
    }
}
