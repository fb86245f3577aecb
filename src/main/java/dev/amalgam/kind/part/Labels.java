package dev.amalgam.kind.part;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.tensor.Dim;
import java.util.List;
import java.util.Optional;

/**
 * The names of classes, from a label file.
 *
 * @param names in the order of the scores' columns; none where no file is chosen
 */
public record Labels(List<String> names) {
    private static final String SETTING = "labels";

    public Labels {
        names = List.copyOf(names);
    }

    /** Which file it is. */
    public static Setting setting() {
        return new Setting(
                SETTING,
                "Labels",
                "The name of each class: a JSON list of texts, or one name a line.",
                new Setting.File(List.of("json", "txt"), false));
    }

    /** Reads the chosen file. */
    public static Labels read(Chosen settings, Components components) throws KindException {
        Optional<FileRef> file = settings.file(SETTING);
        return new Labels(file.isPresent() ? components.labels(file.get()) : List.of());
    }

    /** The number of classes: that of the labels, or a variable {@code K} where there are none. */
    public Dim count() {
        return names.isEmpty() ? Dim.named("K") : Dim.of(names.size());
    }

    /** The column of a label; of several equal ones the first. @throws KindException where there is none of that name */
    public int column(String label, String setting) throws KindException {
        int column = names.indexOf(label);
        if (column < 0) {
            throw new KindException(
                    "unknown-label", setting, "The label file has no label '" + label + "'", Near.remedy(label, names));
        }
        return column;
    }
}
