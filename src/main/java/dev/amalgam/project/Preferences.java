package dev.amalgam.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a person likes the program to be, and what it remembers for them.
 *
 * @param theme the name of the window's colours, such as {@code dark}
 * @param textScale how large text is, in percent from 80 to 200
 * @param language a language tag such as {@code de}; empty for the machine's
 * @param keys the keys that were changed: action to all of its keys, as text
 * @param commands the actions that were looked up last, the newest first
 * @param recent the files that were open, the newest first
 * @param session the files that were open when the program was left, in order
 * @param limits what the process that runs models may use
 * @param tourSeen whether the guided tour was seen or declined
 */
public record Preferences(
        String theme,
        int textScale,
        Optional<String> language,
        SortedMap<String, List<String>> keys,
        List<String> commands,
        List<Path> recent,
        List<Path> session,
        RuntimeLimits limits,
        boolean tourSeen) {
    /** The smallest and the largest text, in percent. */
    public static final int SMALLEST_TEXT = 80;

    public static final int LARGEST_TEXT = 200;

    /** How many files and commands are remembered. */
    public static final int MOST_RECENT = 12;

    /** What the program comes with. */
    public static final Preferences STANDARD = new Preferences(
            "dark",
            100,
            Optional.empty(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of(),
            RuntimeLimits.STANDARD,
            false);

    /** Keeps the text within its limits and the lists within theirs. */
    public Preferences {
        textScale = Math.clamp(textScale, SMALLEST_TEXT, LARGEST_TEXT);
        keys = copy(keys);
        commands = newest(commands);
        recent = newest(recent);
        session = List.copyOf(session);
    }

    private static SortedMap<String, List<String>> copy(Map<String, List<String>> keys) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        keys.forEach((action, its) -> copy.put(action, List.copyOf(its)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static <T> List<T> newest(List<T> items) {
        return items.stream().distinct().limit(MOST_RECENT).toList();
    }

    public Preferences withTheme(String name) {
        return new Preferences(name, textScale, language, keys, commands, recent, session, limits, tourSeen);
    }

    /** With text of that many percent, kept within the limits. */
    public Preferences withTextScale(int percent) {
        return new Preferences(theme, percent, language, keys, commands, recent, session, limits, tourSeen);
    }

    /** With a language by its tag, or the machine's. */
    public Preferences withLanguage(Optional<String> tag) {
        return new Preferences(theme, textScale, tag, keys, commands, recent, session, limits, tourSeen);
    }

    public Preferences withKeys(SortedMap<String, List<String>> changed) {
        return new Preferences(theme, textScale, language, changed, commands, recent, session, limits, tourSeen);
    }

    /** With this action as the one looked up last. */
    public Preferences withCommand(String action) {
        return new Preferences(
                theme, textScale, language, keys, first(action, commands), recent, session, limits, tourSeen);
    }

    /** With this file as the newest. */
    public Preferences withRecent(Path file) {
        return new Preferences(
                theme, textScale, language, keys, commands, first(file, recent), session, limits, tourSeen);
    }

    /** Without this file among the recent ones: it is gone. */
    public Preferences withoutRecent(Path file) {
        List<Path> left = new ArrayList<>(recent);
        left.remove(file);
        return new Preferences(theme, textScale, language, keys, commands, left, session, limits, tourSeen);
    }

    public Preferences withSession(List<Path> open) {
        return new Preferences(theme, textScale, language, keys, commands, recent, open, limits, tourSeen);
    }

    public Preferences withLimits(RuntimeLimits other) {
        return new Preferences(theme, textScale, language, keys, commands, recent, session, other, tourSeen);
    }

    public Preferences withTourSeen() {
        return new Preferences(theme, textScale, language, keys, commands, recent, session, limits, true);
    }

    private static <T> List<T> first(T newest, List<T> others) {
        return Stream.concat(Stream.of(newest), others.stream()).toList();
    }
}
