package dev.amalgam.ui.cost;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.cost.CostException;
import dev.amalgam.desk.cost.Progress;
import dev.amalgam.desk.cost.Subject;
import dev.amalgam.run.Stop;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done about costs: show the panel, measure, compare, stop, copy. One measurement at a time. */
public final class CostActions {
    private final CostHost host;
    private Optional<Stop> running = Optional.empty();

    private CostActions(CostHost host) {
        this.host = host;
    }

    /** Adds them, those of the heat and the search for operators among them. */
    public static void register(Actions actions, CostHost host) {
        CostActions made = new CostActions(host);
        CostView view = host.view();
        actions.add("view.cost", () -> host.show(!view.isVisible())).switches(view::isVisible);
        actions.add("cost.measure", made::measure).when(made::canMeasure);
        actions.add("cost.sharing", made::compare).when(made::canCompare);
        actions.add("cost.stop", made::stop).when(() -> made.running.isPresent());
        actions.add("cost.copy", made::copy).when(view::isVisible);
        view.on(
                node -> host.canvas().reveal(node),
                () -> host.show(false),
                List.of("cost.measure", "cost.sharing", "cost.stop", "cost.copy").stream()
                        .<Runnable>map(name -> () -> actions.get(name).run())
                        .toList());
        new HeatActions(host).register(actions);
        new TraceActions(host).register(actions);
    }

    private boolean canMeasure() {
        return running.isEmpty() && host.model().nodes().stream().anyMatch(node -> node.sound()) && tasks() > 0;
    }

    private boolean canCompare() {
        return running.isEmpty() && tasks() > 1;
    }

    private long tasks() {
        return host.model().workspace().document().state().typing().ordered().stream()
                .filter(node -> node.kind().isResult() && node.sound())
                .count();
    }

    private void measure() {
        CostModel model = host.model();
        Subject subject = model.workspace().subject();
        Stop stop = new Stop();
        begin(
                stop,
                () -> model.workspace().bench().profile(subject, this::progress, stop),
                subject.typing(),
                model::show,
                host.view()::showProfile);
    }

    private void compare() {
        CostModel model = host.model();
        Subject subject = model.workspace().subject();
        Stop stop = new Stop();
        begin(
                stop,
                () -> model.workspace().bench().sharing(subject, this::progress, stop),
                subject.typing(),
                model::show,
                host.view()::showSharing);
    }

    private <T> void begin(Stop stop, Callable<T> work, Typing typing, BiConsumer<T, Typing> show, Runnable front) {
        running = Optional.of(stop);
        host.model().measuring(stop);
        host.show(true);
        host.view().progress(0);
        host.say(Texts.get("cost.running"));
        host.refresh();
        UiThread.compute(
                this,
                work,
                measured -> {
                    end(Texts.get("cost.done"));
                    show.accept(measured, typing);
                    front.run();
                },
                failed -> end(words(failed)));
    }

    private void end(String words) {
        running = Optional.empty();
        host.view().progress(-1);
        host.say(words);
        host.refresh();
    }

    private static String words(Exception failed) {
        String what = Texts.say(String.valueOf(failed.getMessage()));
        return failed instanceof CostException cost && cost.remedy().isPresent()
                ? Texts.say(String.valueOf(cost.getMessage()), cost.remedy().get())
                : what;
    }

    /** Comes from the thread that measures. */
    private void progress(double share) {
        UiThread.later(Progress.class, () -> {
            if (running.isPresent()) {
                host.view().progress(share);
            }
        });
    }

    private void stop() {
        running.ifPresent(Stop::now);
        host.say(Texts.get("cost.stopping"));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(host.view().csv());
        Clipboard.getSystemClipboard().setContent(content);
        host.say(Texts.get("cost.copied"));
    }
}
