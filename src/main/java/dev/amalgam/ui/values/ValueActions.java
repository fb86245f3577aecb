package dev.amalgam.ui.values;

import dev.amalgam.graph.PortRef;
import dev.amalgam.ui.action.Actions;
import java.util.Optional;
import java.util.function.Supplier;

/** Looking closer at values, as actions. */
public final class ValueActions {
    private ValueActions() {}

    /**
     * Adds them.
     *
     * @param selected the output that is selected on the canvas: the main one of a card, or the one that a wire comes from
     */
    public static void register(Actions actions, ValuesView values, Supplier<Optional<PortRef>> selected) {
        actions.add("preview.open", () -> selected.get().ifPresent(port -> values.look(port, false)))
                .when(() -> selected.get().isPresent());
        actions.add("preview.beside", () -> selected.get().ifPresent(port -> values.look(port, true)))
                .when(() -> selected.get().isPresent());
        actions.add("preview.pin", () -> values.current().ifPresent(values::pin))
                .when(() -> !values.isEmpty())
                .switches(() -> values.current().filter(Look::isPinned).isPresent());
        actions.add("preview.next", () -> values.current().ifPresent(values::next))
                .when(() -> !values.isEmpty());
        actions.add("preview.close", () -> values.current().ifPresent(values::close))
                .when(() -> !values.isEmpty());
    }
}
