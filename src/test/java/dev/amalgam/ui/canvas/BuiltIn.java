package dev.amalgam.ui.canvas;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document with the kinds that the program comes with, for what hangs on their types. */
final class BuiltIn {
    private BuiltIn() {}

    /** A photo that is resized and normalised, and a card of feature maps that nothing takes yet. */
    static Document document() {
        ComponentStore none = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        Document document = new Document(Typing.of(Amalgamation.EMPTY, BuiltInKinds.catalogue(), none), false);
        Figure.add(document, "photo", "image", 0, 0);
        Figure.add(document, "pre-stem", "resize", 420, 0);
        Figure.wire(document, "photo.image", "pre-stem.image");
        tensor(document, "maps", "encoding", new Position(0, 300), 1, 8, 3, 3);
        return document;
    }

    /** Adds a constant. */
    static void tensor(Document document, String name, String representation, Position at, double... shape) {
        List<Value> sizes =
                Arrays.stream(shape).<Value>mapToObj(Value.Real::new).toList();
        Settings settings = Settings.of(Map.of(
                "element", new Value.Text("float32"),
                "representation", new Value.Text(representation),
                "shape", new Value.Items(sizes)));
        document.apply(new Edit.Add(new Node(new NodeId(name), "tensor", settings), at));
    }
}
