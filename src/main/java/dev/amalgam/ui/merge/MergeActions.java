package dev.amalgam.ui.merge;

import dev.amalgam.desk.merge.MergeNode;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.ui.action.Actions;

/** Finds the common bottom of the models that are selected. */
public final class MergeActions {
    private MergeActions() {}

    /** Adds the action {@code node.merge}. */
    public static void register(Actions actions, MergeHost host) {
        actions.add("node.merge", () -> open(host)).when(() -> models(host) > 1);
    }

    private static long models(MergeHost host) {
        Amalgamation graph = host.workspace().document().state().graph();
        return host.selected().stream()
                .flatMap(id -> graph.node(id).stream())
                .filter(node -> node.kind().equals(MergeNode.KIND))
                .count();
    }

    private static void open(MergeHost host) {
        MergeSheet sheet = host.show(closed -> new MergeSheet(host, closed));
        sheet.open(host.width(), host.height());
    }
}
