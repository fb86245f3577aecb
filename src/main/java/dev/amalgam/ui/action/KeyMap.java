package dev.amalgam.ui.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Which keys call which action: those the program comes with, and what a person has changed. Each change names all keys of
 * its action, so that an action can also be left without any.
 */
public final class KeyMap {
    private static final SortedMap<String, List<KeyCombination>> STANDARD = standardKeys();

    private final SortedMap<String, List<KeyCombination>> changes;

    private KeyMap(SortedMap<String, List<KeyCombination>> changes) {
        this.changes = Collections.unmodifiableSortedMap(changes);
    }

    private static SortedMap<String, List<KeyCombination>> standardKeys() {
        SortedMap<String, List<KeyCombination>> keys = new TreeMap<>();
        ActionLists.read("keys")
                .forEach((name, written) -> keys.put(name, parse(written).orElseThrow()));
        return keys;
    }

    /** The keys that the program comes with. */
    public static KeyMap standard() {
        return new KeyMap(new TreeMap<>());
    }

    /**
     * The standard keys with these changes, as {@link #written} gives them. What cannot be read as keys is left out, so that
     * a damaged line costs no more than itself.
     */
    public static KeyMap of(Map<String, List<String>> written) {
        SortedMap<String, List<KeyCombination>> changes = new TreeMap<>();
        written.forEach((name, keys) -> parse(keys).ifPresent(it -> changes.put(name, it)));
        return new KeyMap(changes);
    }

    private static Optional<List<KeyCombination>> parse(List<String> written) {
        try {
            return Optional.of(written.stream().map(KeyCombination::valueOf).toList());
        } catch (IllegalArgumentException noKeys) {
            return Optional.empty();
        }
    }

    /** What a person has changed, as text: action to keys. */
    public SortedMap<String, List<String>> written() {
        SortedMap<String, List<String>> written = new TreeMap<>();
        changes.forEach((name, keys) ->
                written.put(name, keys.stream().map(KeyCombination::getName).toList()));
        return written;
    }

    /** The keys of an action, the most usual first; none where it has none. */
    public List<KeyCombination> keys(String action) {
        return changes.getOrDefault(action, STANDARD.getOrDefault(action, List.of()));
    }

    /** Whether these keys call an action; Ctrl and Shortcut are the same keys where Shortcut is Ctrl. */
    public boolean calls(String action, KeyCombination keys) {
        return keys(action).stream().anyMatch(it -> isSame(it, keys));
    }

    private static boolean isSame(KeyCombination one, KeyCombination other) {
        return one instanceof KeyCodeCombination a
                && other instanceof KeyCodeCombination b
                && a.getCode() == b.getCode()
                && a.getDisplayText().equals(b.getDisplayText());
    }

    /** Whether a person has changed the keys of this action. */
    public boolean isChanged(String action) {
        return changes.containsKey(action);
    }

    /** This action is called by exactly these keys. */
    public KeyMap with(String action, KeyCombination... keys) {
        SortedMap<String, List<KeyCombination>> changed = new TreeMap<>(changes);
        List<KeyCombination> wanted = List.copyOf(Arrays.asList(keys));
        if (wanted.equals(STANDARD.getOrDefault(action, List.of()))) {
            changed.remove(action);
        } else {
            changed.put(action, wanted);
        }
        return new KeyMap(changed);
    }

    /** This action is no longer called by {@code key}. */
    public KeyMap without(String action, KeyCombination key) {
        List<KeyCombination> left = new ArrayList<>(keys(action));
        left.removeIf(it -> isSame(it, key));
        return with(action, left.toArray(KeyCombination[]::new));
    }

    /** This action has its standard keys again. */
    public KeyMap reset(String action) {
        SortedMap<String, List<KeyCombination>> changed = new TreeMap<>(changes);
        changed.remove(action);
        return new KeyMap(changed);
    }
}
