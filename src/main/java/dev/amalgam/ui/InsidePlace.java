package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.inside.Component;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Probe;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Wire;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.inside.InsideHost;
import dev.amalgam.ui.inside.InsideView;
import dev.amalgam.ui.inside.TapFinding;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.HashMap;
import java.util.Map;
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

    /** Finds taps of a component. */
    TapFinding finding(NodeId node) {
        return new TapFinding(new Host(node));
    }

    /** Goes back to the amalgamation or, where it is shown already, does something else. */
    void leave(Runnable otherwise) {
        shown.ifPresentOrElse(InsideView::leave, otherwise);
    }

    /** Shows what is inside a component, once it is read. @return whether it is one */
    boolean open(NodeId node) {
        Optional<Component> component = Component.of(document.state(), node);
        component.ifPresent(it -> UiThread.compute(
                this,
                () -> Inside.of(it.model()),
                inside -> show(inside, node),
                failed -> shell.say(Texts.say(String.valueOf(failed.getMessage())))));
        return component.isPresent();
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
        public Probe probe() {
            return document.workspace().probe();
        }

        @Override
        public Map<String, Tensor> flowing() {
            LiveState live = document.workspace().live().state();
            Map<String, Tensor> flowing = new HashMap<>();
            for (Wire wire : document.state().graph().wiresInto(node)) {
                Tensor value =
                        live.node(wire.from().node()).outputs().get(wire.from().port());
                if (value != null) {
                    flowing.put(wire.to().port(), value);
                }
            }
            return flowing;
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
        public void again() {
            leave();
            open(node);
        }

        @Override
        public void leave() {
            shown = Optional.empty();
            document.canvas().cover(Optional.empty());
            follow();
        }
    }
}
