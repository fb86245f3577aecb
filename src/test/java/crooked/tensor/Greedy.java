package crooked.tensor;

import ai.onnxruntime.OrtException;
import com.google.protobuf.ByteString;
import crooked.graph.Node;
import crooked.run.worker.Worker;
import java.util.logging.Logger;
import javafx.scene.paint.Color;
import org.commonmark.node.Paragraph;
import org.eclipse.elk.graph.ElkNode;
import tools.jackson.core.JsonToken;

/** On the ground floor, and imports everything that is kept elsewhere. */
public class Greedy {
    Node above;
    Worker worker;
    Color colour;
    ByteString bytes;
    OrtException error;
    JsonToken token;
    Logger logger;
    ElkNode layout;
    Paragraph comment;

    void leave() {
        System.out.println("leaving");
        System.exit(0);
    }
}
