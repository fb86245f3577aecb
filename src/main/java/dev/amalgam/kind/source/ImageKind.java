package dev.amalgam.kind.source;

import dev.amalgam.graph.Value.FileRef;
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

/** {@code -> image: uint8[height,width,3]}, RGB of any size: an input of the exported file, here filled from a picture file. */
public final class ImageKind implements Kind {
    private static final List<String> ENDINGS = List.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff");

    @Override
    public String name() {
        return "image";
    }

    @Override
    public About about() {
        return new About(
                "Image",
                Family.SOURCE,
                "file → picture",
                "A picture from a file; in the exported file it is an input for pictures of any size.");
    }

    @Override
    public Schema schema() {
        return Schema.of(new Setting(
                "file",
                "Picture",
                "The picture that flows in while you design, or a folder of pictures.",
                new Setting.File(ENDINGS, false, true)));
    }

    @Override
    public Signature signature(Chosen settings, Components components) {
        return Signature.builder()
                .out("image", "uint8[height,width,3]", Representation.RAW)
                .build();
    }

    @Override
    public void lower(Lowering lowering) {
        lowering.out("image", lowering.feed());
    }

    @Override
    public Optional<Feed> feed(Chosen settings) {
        return Optional.of(settings.file("file").map(ImageKind::feed).orElseGet(Feed.Unset::new));
    }

    private static Feed feed(FileRef file) {
        return file.isFolder() ? new Feed.ImageFolder(file) : new Feed.ImageFile(file);
    }
}
