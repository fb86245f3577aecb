package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.input.PictureSource;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Setting;
import dev.amalgam.tensor.ElementType;
import java.util.List;
import java.util.Optional;

/** The nodes that bring something in. */
public final class Sources {
    private Sources() {}

    /** All of them, in the order of the flow. */
    public static List<TypedNode> of(Typing typing) {
        return typing.ordered().stream()
                .filter(node -> node.kind().about().family() == Family.SOURCE && !node.isBypassed())
                .toList();
    }

    /** Whether it brings pictures in. */
    public static boolean isPicture(TypedNode source) {
        return PictureSource.of(source).isPresent();
    }

    /** Whether it brings text in. */
    public static boolean isText(TypedNode source) {
        return !source.outputs().isEmpty()
                && source.outputs().firstEntry().getValue().type().element() == ElementType.STRING;
    }

    /** The setting that names its file. */
    public static Optional<Setting> file(TypedNode source) {
        return source.kind().schema().settings().stream()
                .filter(setting -> setting.field() instanceof Setting.File)
                .findFirst();
    }

    /** What its file can be. */
    public static Optional<Setting.File> field(TypedNode source) {
        return file(source).map(setting -> (Setting.File) setting.field());
    }
}
