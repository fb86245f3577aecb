package dev.amalgam.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The preferences as a file, {@code preferences.json} in the folder for configuration. */
public final class PreferenceFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;

    private final Path file;

    /** The file in this folder, which need not exist yet. */
    public PreferenceFile(Path folder) {
        this.file = folder.resolve("preferences.json");
    }

    /**
     * What a file held.
     *
     * @param preferences what it says, or the standard where it says nothing that can be read
     * @param complaint one sentence for the person where it was damaged, with the final stop
     */
    public record Loaded(Preferences preferences, Optional<String> complaint) {}

    /**
     * Reads it; never fails. Where there is none yet the standard holds; one that is damaged is put aside as {@code
     * preferences.damaged.json}, so that it can be looked at and is not written over.
     */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Preferences.STANDARD, Optional.empty());
        }
        try {
            return new Loaded(parse(SmallFile.text(file, MOST_BYTES)), Optional.empty());
        } catch (ProjectException e) {
            return new Loaded(Preferences.STANDARD, Optional.of(complaint(e)));
        }
    }

    private String complaint(ProjectException e) {
        Path aside = file.resolveSibling("preferences.damaged.json");
        String kept;
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            kept = "the file is kept as " + aside;
        } catch (IOException stays) {
            kept = "the file is left as it is";
        }
        return "Your preferences cannot be read, so the standard ones are in use and " + kept + ". " + e.getMessage()
                + ".";
    }

    /**
     * Writes it, whole at every moment, and makes its folder where there is none.
     *
     * @throws ProjectException {@code unwritable}, {@code disk-full} or {@code unconfirmed}; the old file is then as it was
     */
    public void save(Preferences preferences) throws ProjectException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new ProjectException(
                    "unwritable",
                    "The folder " + file.getParent() + " for preferences cannot be made: " + e.getMessage(),
                    "Check its permissions",
                    e);
        }
        SafeFile.write(file, print(preferences).getBytes(StandardCharsets.UTF_8));
    }

    private static String print(Preferences preferences) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("theme", preferences.theme());
        tree.put("textScale", preferences.textScale());
        preferences.language().ifPresent(tag -> tree.put("language", tag));
        tree.put("keys", preferences.keys());
        tree.put("commands", preferences.commands());
        tree.put("recent", preferences.recent().stream().map(Path::toString).toList());
        tree.put("session", preferences.session().stream().map(Path::toString).toList());
        preferences.limits().cacheMegabytes().ifPresent(most -> tree.put("cacheMegabytes", most));
        preferences.limits().stopSeconds().ifPresent(most -> tree.put("stopSeconds", most));
        tree.put("tourSeen", preferences.tourSeen());
        return JsonText.print(tree);
    }

    /** What is left out has its standard; what a later program may have added is passed over. */
    private Preferences parse(String text) throws ProjectException {
        Spot whole = new Spot(SmallFile.name(file), "", Json.parse(text, SmallFile.name(file)));
        whole.entries(MOST_ENTRIES);
        return new Preferences(
                text(whole.at("theme")).orElse(Preferences.STANDARD.theme()),
                whole.at("textScale").isMissing()
                        ? Preferences.STANDARD.textScale()
                        : (int) whole.at("textScale").number(),
                text(whole.at("language")),
                keys(whole.at("keys")),
                texts(whole.at("commands")),
                paths(whole.at("recent")),
                paths(whole.at("session")),
                new RuntimeLimits(whole(whole.at("cacheMegabytes")), whole(whole.at("stopSeconds"))),
                flag(whole.at("tourSeen")));
    }

    private static Optional<String> text(Spot spot) throws ProjectException {
        return spot.isMissing() ? Optional.empty() : Optional.of(spot.text());
    }

    private static OptionalInt whole(Spot spot) throws ProjectException {
        if (spot.isMissing()) {
            return OptionalInt.empty();
        }
        if (!spot.json().canConvertToInt() || spot.json().intValue() <= 0) {
            throw spot.wrong("a whole number above 0");
        }
        return OptionalInt.of(spot.json().intValue());
    }

    private static boolean flag(Spot spot) throws ProjectException {
        if (!spot.isMissing() && !spot.json().isBoolean()) {
            throw spot.wrong("true or false");
        }
        return !spot.isMissing() && spot.json().booleanValue();
    }

    private static SortedMap<String, List<String>> keys(Spot spot) throws ProjectException {
        SortedMap<String, List<String>> keys = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : spot.entries(MOST_ENTRIES)) {
            keys.put(entry.getKey(), texts(spot.at(entry.getKey())));
        }
        return keys;
    }

    private static List<String> texts(Spot spot) throws ProjectException {
        int count = spot.items(MOST_ENTRIES);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(spot.at(i).text());
        }
        return texts;
    }

    private static List<Path> paths(Spot spot) throws ProjectException {
        List<Path> paths = new ArrayList<>();
        for (String text : texts(spot)) {
            try {
                paths.add(Path.of(text));
            } catch (InvalidPathException e) {
                throw spot.wrong("a list of files");
            }
        }
        return paths;
    }
}
