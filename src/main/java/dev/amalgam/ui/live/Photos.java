package dev.amalgam.ui.live;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.kind.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The nodes that a photo can be given to. */
final class Photos {
    /** What the reader of pictures reads. */
    static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "bmp", "gif");

    private Photos() {}

    /** The first node that takes a picture from a file, in the order of the flow. */
    static Optional<TypedNode> node(Document.State state) {
        return state.typing().ordered().stream()
                .filter(node -> setting(node).isPresent())
                .findFirst();
    }

    /** The setting that names a source's picture file. */
    static Optional<String> setting(TypedNode node) {
        if (!node.signature().inputs().isEmpty()) {
            return Optional.empty();
        }
        return node.kind().schema().settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File field
                        && field.endings().stream().anyMatch(ENDINGS::contains))
                .map(Setting::name)
                .findFirst();
    }

    static boolean isPhoto(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }
}
