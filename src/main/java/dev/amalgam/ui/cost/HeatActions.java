package dev.amalgam.ui.cost;

import dev.amalgam.ui.action.Actions;
import java.util.Map;

/** Shows on the canvas which nodes take most. */
final class HeatActions {
    private final CostHost host;
    private HeatOf what = HeatOf.TIME;
    private boolean on;

    HeatActions(CostHost host) {
        this.host = host;
    }

    void register(Actions actions) {
        actions.add("view.heat", () -> show(!on, what)).switches(() -> on);
        for (HeatOf each : HeatOf.values()) {
            actions.add("view.heat-" + each.tag(), () -> show(true, each)).switches(() -> on && what == each);
        }
        host.onShown(this::redraw);
    }

    private void show(boolean shown, HeatOf of) {
        on = shown;
        what = of;
        redraw();
    }

    private void redraw() {
        host.canvas().warm(on ? what.warmth(host.model()) : Map.of());
    }
}
