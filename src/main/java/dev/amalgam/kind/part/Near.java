package dev.amalgam.kind.part;

import dev.amalgam.onnx.Nearest;
import java.util.Collection;
import java.util.List;

/** The remedy for a name that is not there: the names that were probably meant. */
public final class Near {
    private static final int MOST = 3;

    private Near() {}

    /** One sentence without the final stop. */
    public static String remedy(String wrong, Collection<String> names) {
        List<String> near = Nearest.to(wrong, names, MOST);
        return near.isEmpty() ? "Choose one of the " + names.size() + " that it has" : "Choose " + either(near);
    }

    private static String either(List<String> names) {
        return String.join(" or ", names.stream().map(name -> "'" + name + "'").toList());
    }
}
