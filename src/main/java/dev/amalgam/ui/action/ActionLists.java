package dev.amalgam.ui.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The program's own lists of names and keys: properties whose values are separated by commas. */
final class ActionLists {
    private ActionLists() {}

    /** All entries of {@code assets/actions/NAME.properties}. */
    static SortedMap<String, List<String>> read(String name) {
        Properties properties = new Properties();
        String path = "/amalgam/actions/" + name + ".properties";
        try (InputStream in = Objects.requireNonNull(ActionLists.class.getResourceAsStream(path), path)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + path + " cannot be read", e);
        }
        SortedMap<String, List<String>> lists = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            lists.put(key, items(properties.getProperty(key)));
        }
        return lists;
    }

    private static List<String> items(String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
