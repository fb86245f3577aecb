package dev.amalgam.kind.part;

import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.tensor.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The choice of a representation, where only a person can know which one a tensor is. */
public final class Meanings {
    private static final String SETTING = "representation";
    private static final List<Representation> ALL = List.of(
            Representation.RAW,
            Representation.ENCODING,
            Representation.EMBEDDING,
            Representation.EMBEDDING.withUnitLength(),
            Representation.LOGITS,
            Representation.SOFT,
            Representation.SOFT_INDEPENDENT,
            Representation.HARD,
            Representation.HARD_INDEPENDENT,
            Representation.DENSE,
            Representation.STRUCTURED);

    private Meanings() {}

    /**
     * The choice among all representations.
     *
     * @param standard the option where nobody chose
     */
    public static Setting setting(String standard) {
        return setting(standard, List.of());
    }

    /** The choice among all representations and others before them. */
    public static Setting setting(String standard, List<Option> before) {
        List<Option> options = new ArrayList<>(before);
        ALL.forEach(meaning -> options.add(new Option(meaning.toString(), meaning.toString())));
        return new Setting(
                SETTING,
                "Representation",
                "What the values mean; it decides what they can be connected to and how they are shown.",
                new Setting.Choice(options, standard));
    }

    /** What was chosen, where it is one of the representations. */
    public static Optional<Representation> representation(Chosen settings) {
        return Representation.parse(settings.text(SETTING));
    }

    /** What was chosen. @throws java.util.NoSuchElementException where it is another option */
    public static Meaning chosen(Chosen settings) {
        return new Meaning.Is(representation(settings).orElseThrow());
    }
}
