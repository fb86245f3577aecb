package dev.amalgam.ui.cost;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.run.Stop;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.Optional;

/** Follows what is odd about the values of the selected node back to the operator where it begins. */
final class TraceActions {
    private final CostHost host;
    private Optional<Stop> running = Optional.empty();

    TraceActions(CostHost host) {
        this.host = host;
    }

    void register(Actions actions) {
        actions.add("node.trace", this::trace)
                .when(() -> running.isPresent() || finding().isPresent())
                .titled(() -> Texts.get(running.isPresent() ? "node.trace.stop" : "node.trace"));
    }

    /** What can be followed back: of the one node that is selected. */
    private Optional<Problem> finding() {
        return host.findings().stream()
                .filter(Workspace::canTrace)
                .filter(finding -> finding.node().filter(this::isSelected).isPresent())
                .findFirst();
    }

    private boolean isSelected(NodeId node) {
        return host.canvas().selectedNodes().size() == 1
                && host.canvas().selectedNodes().contains(node);
    }

    private void trace() {
        if (running.isPresent()) {
            running.get().now();
        } else {
            finding().ifPresent(this::trace);
        }
    }

    private void trace(Problem finding) {
        Stop stop = new Stop();
        running = Optional.of(stop);
        Workspace workspace = host.model().workspace();
        host.say(Texts.get("trace.running", finding.node().map(NodeId::name).orElse("")));
        host.refresh();
        UiThread.compute(
                this,
                () -> workspace.trace(finding, stop),
                told -> end(Texts.say(told.message()) + "."),
                failed -> end(Texts.say(String.valueOf(failed.getMessage()))));
    }

    private void end(String words) {
        running = Optional.empty();
        host.say(words);
        host.refresh();
    }
}
