package dev.amalgam.ui.drift;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.desk.compare.Drift;
import dev.amalgam.ui.text.Texts;

/** How far something is from the pinned reference, in words. */
public final class DriftWords {
    private DriftWords() {}

    /** Such as {@code Since the reference: Largest difference 0.2 …}. */
    public static String of(Deviation deviation) {
        return Texts.get("reference.since", Texts.say(deviation.sentence()));
    }

    /** For the status line; empty where nothing is pinned. */
    public static String summary(Drift drift, LiveState live) {
        if (drift.reference().isEmpty()) {
            return "";
        }
        long different = drift.different(live);
        return different == 0
                ? Texts.get("reference.same")
                : Texts.get("reference.differs", different, drift.judged().size());
    }
}
