package dev.amalgam.kind.source;

import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Representation;
import java.util.List;
import java.util.Optional;

/**
 * {@code -> sound: float32[samples]} or {@code float32[channels,samples]}, from -1 to 1: an input of the exported file, here
 * filled from a sound file that is brought to the chosen rate.
 */
public final class AudioKind implements Kind {
    private static final int USUAL_RATE = 16_000;

    @Override
    public String name() {
        return "audio";
    }

    @Override
    public About about() {
        return new About(
                "Audio",
                Family.SOURCE,
                "file → sound",
                "Sound from a file as samples from -1 to 1; in the exported file it is an input for sound of any"
                        + " length.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting(
                        "file",
                        "Sound",
                        "The sound that flows in while you design.",
                        new Setting.File(List.of("wav", "flac", "aif", "aiff", "au"), false)),
                new Setting(
                        "rate",
                        "Samples in a second",
                        "What the models after it expect; the file is brought to it.",
                        new Setting.Whole(1_000, 192_000, USUAL_RATE)),
                new Setting(
                        "channels",
                        "Channels",
                        "Whether the channels are mixed into one, or kept side by side.",
                        new Setting.Choice(
                                List.of(new Option("one", "Mixed into one"), new Option("all", "Side by side")),
                                "one")));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        String type = isMixed(settings) ? "float32[samples]" : "float32[channels,samples]";
        return Signature.builder().out("sound", type, Representation.RAW).build();
    }

    private static boolean isMixed(Chosen settings) {
        return settings.text("channels").equals("one");
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("sound", lowering.feed());
    }

    @Override
    public View view(Chosen settings, Components components) {
        return new View.Wave("sound", (int) settings.whole("rate"));
    }

    @Override
    public Optional<Feed> feed(Chosen settings) {
        int rate = (int) settings.whole("rate");
        return Optional.of(settings.file("file")
                .<Feed>map(file -> new Feed.SoundFile(file, rate, isMixed(settings)))
                .orElseGet(Feed.Unset::new));
    }
}
