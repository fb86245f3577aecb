package dev.amalgam.ui;

import dev.amalgam.export.Restored;
import dev.amalgam.ui.text.Texts;

/** What was restored from an exported file, in a sentence or two. */
final class RestoredWords {
    private RestoredWords() {}

    static String of(Restored restored) {
        String done = Texts.get(
                "restored.done",
                restored.name(),
                restored.found().size(),
                restored.taken().size());
        return restored.missing().isEmpty()
                ? done
                : done + " " + Texts.get("restored.missing", String.join(", ", restored.missing()));
    }
}
