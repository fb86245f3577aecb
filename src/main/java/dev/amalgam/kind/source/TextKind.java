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
import dev.amalgam.kind.Signature;
import dev.amalgam.tensor.Representation;
import java.util.List;
import java.util.Optional;

/** {@code -> text: string[lines]}: an input of the exported file, here filled from what is typed or from a text file. */
public final class TextKind implements Kind {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public About about() {
        return new About(
                "Text",
                Family.SOURCE,
                "words → text",
                "Text that is typed in or comes from a file, line by line; in the exported file it is an input.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting(
                        "text", "Text", "What flows in while you design, line by line.", new Setting.Text("", true)),
                new Setting(
                        "file",
                        "Text file",
                        "A file in UTF-8 that flows in instead; left empty to type.",
                        new Setting.File(List.of("txt"), false)));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .out("text", "string[lines]", Representation.RAW)
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("text", lowering.feed());
    }

    @Override
    public Optional<Feed> feed(Chosen settings) {
        return Optional.of(settings.file("file")
                .<Feed>map(Feed.TextFile::new)
                .orElseGet(() -> new Feed.Lines(settings.text("text"))));
    }
}
