package dev.amalgam.ui.execution;

import dev.amalgam.desk.Document;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.run.Device;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Chooses how the document that is shown is run. Each choice is an edit of the document, which undo takes back. */
public final class ExecutionActions {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Actions actions;
    private final Supplier<Document> document;
    private final Offers offers;

    private ExecutionActions(Actions actions, Supplier<Document> document, Offers offers) {
        this.actions = actions;
        this.document = document;
        this.offers = offers;
    }

    /** Adds the actions {@code run.device-…}, {@code run.threads-…} and {@code run.optimisation-…}. */
    public static void register(Actions actions, Supplier<Document> document, Offers offers) {
        ExecutionActions of = new ExecutionActions(actions, document, offers);
        for (Device.Provider provider : Device.Provider.values()) {
            of.device(provider);
        }
        of.threads();
        for (Optimisation level : Optimisation.values()) {
            actions.add(
                            "run.optimisation-" + level.name().toLowerCase(Locale.ROOT),
                            () -> of.change(how -> how.withOptimisation(level)))
                    .switches(() -> of.execution().optimisation() == level);
        }
    }

    private void device(Device.Provider provider) {
        String name = "run.device-" + provider.word();
        actions.add(name, () -> change(how -> how.withDevice(provider.word())))
                .when(() -> !offers.devices(provider).isEmpty())
                .titled(() -> offers.missing(provider)
                        .map(why -> Texts.get("run.device.missing", Texts.get(name), Texts.say(why)))
                        .orElseGet(() -> Texts.get(name)))
                .switches(() ->
                        chosen().filter(device -> device.provider() == provider).isPresent());
        if (provider == Device.Provider.CPU) {
            actions.add("run.device-next", () -> change(how -> how.withDevice(next().name())))
                    .when(() -> alike().size() > 1);
        }
    }

    /** The device that is asked for, where this program knows it. */
    private Optional<Device> chosen() {
        return Device.named(execution().device());
    }

    /** All devices of the way that is asked for. */
    private List<Device> alike() {
        return chosen().map(device -> offers.devices(device.provider())).orElse(List.of());
    }

    private Device next() {
        List<Device> all = alike();
        return all.get((all.indexOf(chosen().orElseThrow()) + 1) % all.size());
    }

    private void threads() {
        actions.add("run.threads-automatic", () -> change(how -> how.withThreads(0)))
                .switches(() -> execution().threads() == 0);
        actions.add("run.threads-more", () -> change(how -> how.withThreads(threadsNow() + 1)))
                .when(() -> threadsNow() < CORES);
        actions.add("run.threads-fewer", () -> change(how -> how.withThreads(threadsNow() - 1)))
                .when(() -> threadsNow() > 1);
    }

    private int threadsNow() {
        return execution().threads() == 0 ? CORES : execution().threads();
    }

    private Execution execution() {
        return document.get().state().graph().execution();
    }

    private void change(UnaryOperator<Execution> change) {
        document.get().apply(graph -> new Edit.Execute(change.apply(graph.execution())));
    }
}
