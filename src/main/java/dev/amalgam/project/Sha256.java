package dev.amalgam.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a file.
 *
 * @param hex in lower-case hexadecimal
 */
public record Sha256(String hex) {
    /** Reads the whole file. @throws ProjectException where it cannot be read */
    public static Sha256 of(Path file) throws ProjectException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return new Sha256(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw SmallFile.unreadable(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
