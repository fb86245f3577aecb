package dev.amalgam.export;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file that becomes part of what ships. What only flows into a source does not.
 *
 * @param node that refers to it
 * @param setting that names it
 * @param file as the node refers to it
 */
record Ingredient(NodeId node, String setting, FileRef file) {
    /** Those of an amalgamation, in the order of names. */
    static List<Ingredient> of(Typing typing) {
        List<Ingredient> all = new ArrayList<>();
        for (Node node : typing.graph().nodes()) {
            if (typing.node(node.id()).filter(TypedNode::isFed).isEmpty()) {
                for (Map.Entry<String, Value> setting : node.settings().values().entrySet()) {
                    if (setting.getValue() instanceof FileRef file && !file.isFolder()) {
                        all.add(new Ingredient(node.id(), setting.getKey(), file));
                    }
                }
            }
        }
        all.sort(Comparator.comparing(Ingredient::node).thenComparing(Ingredient::setting));
        return all;
    }

    /** The last part of a path; the folders of whoever exports are nobody's business. */
    static String name(String path) {
        String plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    String name() {
        return name(file.path());
    }

    boolean isModel() {
        return name().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }
}
