package dev.amalgam.ui;

import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.compare.DriftWatch;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.compare.CompareHost;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.merge.MergeHost;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.layout.Region;

/** The window for those who compare and merge. */
record Comparing(Shell shell, Session session, Overlay overlay) implements CompareHost, MergeHost {
    @Override
    public Workspace workspace() {
        return session.workspace();
    }

    @Override
    public DriftWatch drift() {
        return session.shown().drift();
    }

    @Override
    public FileChoice files() {
        return session.shown().files();
    }

    @Override
    public Set<NodeId> selected() {
        return Set.copyOf(shell.canvas().selectedNodes());
    }

    @Override
    public void reveal(NodeId node) {
        shell.canvas().reveal(node);
    }

    @Override
    public void say(String sentence) {
        shell.say(sentence);
    }

    @Override
    public <T extends Region> T show(Function<Runnable, T> make) {
        return overlay.show(make);
    }

    @Override
    public double width() {
        return shell.window().getWidth();
    }

    @Override
    public double height() {
        return shell.window().getHeight();
    }
}
