package dev.amalgam.project;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.onnx.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An amalgamation with its small files, packed into one text that an exported model carries: a ZIP archive in Base64, with
 * {@code project.amalgam} and {@code files/SHA-256}. Equal projects give equal texts.
 *
 * @param graph the amalgamation; what it refers to by a path is found by its hash
 * @param files the bytes of files by their SHA-256
 */
public record PackedProject(Amalgamation graph, SortedMap<String, byte[]> files) {
    private static final String PROJECT = "project.amalgam";
    private static final String FILES = "files/";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public PackedProject {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The text. */
    public String print() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, PROJECT, AmalgamFile.print(graph).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, FILES + file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but to memory", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a text from a stranger's file: what it holds is counted while it is unpacked, and checked against its hashes.
     *
     * @param file what sentences call the model that carries it
     * @throws ProjectException {@code too-large} beyond {@link Limits#projectBytes}; {@code bad-project} where it is not what
     *     {@link #print} writes; or as {@link AmalgamFile#parse} does
     */
    public static PackedProject parse(String text, String file, Limits limits) throws ProjectException {
        if (text.length() > limits.projectBytes()) {
            throw tooLarge(file, limits);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        Optional<Amalgamation> graph = Optional.empty();
        int room = limits.projectBytes();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(room + 1);
                if (bytes.length > room) {
                    throw tooLarge(file, limits);
                }
                // Empty entries must not be free, or there could be any number of them.
                room -= Math.min(room, bytes.length + entry.getName().length());
                if (entry.getName().equals(PROJECT) && graph.isEmpty()) {
                    String name = "The project inside " + file;
                    graph = Optional.of(AmalgamFile.parse(SmallFile.text(bytes, name), name));
                } else {
                    files.put(checked(entry.getName(), bytes, files, file), bytes);
                }
            }
        } catch (ProjectException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
        return new PackedProject(graph.orElseThrow(() -> damaged(file, "it holds no amalgamation")), files);
    }

    private static String checked(String name, byte[] bytes, Map<String, byte[]> known, String file)
            throws ProjectException {
        String sha256 = sha256(bytes);
        if (!name.equals(FILES + sha256) || known.containsKey(sha256)) {
            throw damaged(file, "'" + name + "' is not what it says");
        }
        return sha256;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static ProjectException tooLarge(String file, Limits limits) {
        return new ProjectException(
                "too-large",
                "The project inside " + file + " is larger than " + Sizes.of(limits.projectBytes())
                        + ", which is the limit",
                "Use the file as a component, or one from a source you trust");
    }

    private static ProjectException damaged(String file, String why) {
        return new ProjectException(
                "bad-project",
                "The project inside " + file + " is damaged: " + why,
                "Fetch the file again, or use it as a component");
    }
}
