package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.ui.inside.InsideHost;
import dev.amalgam.ui.inside.InsideView;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;

/** Where the inside of a component of one document is shown: over its canvas, with the inspector following. */
final class InsidePlace {
    private final OpenDocument document;
    private final Shell shell;
    private Optional<InsideView> shown = Optional.empty();

    InsidePlace(OpenDocument document, Shell shell) {
        this.document = document;
        this.shell = shell;
    }

    /** The component whose inside is shown, if one is. */
    Optional<NodeId> node() {
        return shown.map(InsideView::node);
    }

    /** What is to be said of what is chosen there, for the inspector's place. */
    Optional<javafx.scene.Node> pane() {
        return shown.map(InsideView::pane);
    }

    /** Goes back to the amalgamation or, where it is shown already, does something else. */
    void leave(Runnable otherwise) {
        shown.ifPresentOrElse(InsideView::leave, otherwise);
    }

    /** Shows what is inside a component, once it is read. @return whether it is one */
    boolean open(NodeId node) {
        Document.State state = document.state();
        Optional<Node> component = state.graph().node(node).filter(InsidePlace::hasModel);
        component.ifPresent(known -> UiThread.compute(
                this,
                () -> Inside.of(model(known, state)),
                inside -> show(inside, node),
                failed -> shell.say(Texts.say(String.valueOf(failed.getMessage())))));
        return component.isPresent();
    }

    private static boolean hasModel(Node node) {
        return node.kind().equals("onnx") && node.settings().get("model").isPresent();
    }

    /** As the component runs it: after the steps of its recipe. */
    private static OnnxModel model(Node node, Document.State state) throws KindException {
        Kind kind = state.typing().catalogue().kind(node.kind()).orElseThrow();
        return RecipeSetting.model(
                kind.schema().choose(node.settings()), state.typing().components());
    }

    private void show(Inside inside, NodeId node) {
        if (document.state().graph().node(node).isPresent()) {
            InsideView view = new InsideView(inside, new Host(node));
            shown = Optional.of(view);
            document.canvas().cover(shown.map(it -> it));
            follow();
        }
    }

    private void follow() {
        shell.showInside();
    }

    /** What the inside asks of the window. */
    private final class Host implements InsideHost {
        private final NodeId node;

        Host(NodeId node) {
            this.node = node;
        }

        @Override
        public Document document() {
            return document.workspace().document();
        }

        @Override
        public NodeId node() {
            return node;
        }

        @Override
        public void say(String sentence) {
            shell.say(sentence);
        }

        @Override
        public void changed() {
            follow();
        }

        @Override
        public void leave() {
            shown = Optional.empty();
            document.canvas().cover(Optional.empty());
            follow();
        }
    }
}
