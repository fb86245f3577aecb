package dev.amalgam.ui;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.canvas.CanvasView;
import dev.amalgam.ui.cost.CostActions;
import dev.amalgam.ui.cost.CostHost;
import dev.amalgam.ui.cost.CostModel;
import dev.amalgam.ui.cost.CostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where costs are shown in the window: the panel, the canvas, the inspector and the live panel follow what is open. */
final class CostPlace implements CostHost {
    private final Actions actions;
    private final Session session;
    private final Shell shell;
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<CostModel> shown = Optional.empty();

    private CostPlace(Actions actions, Session session, Shell shell) {
        this.actions = actions;
        this.session = session;
        this.shell = shell;
    }

    /** Adds the actions on costs and follows what is open from now on. */
    static void open(Actions actions, Session session, Shell shell) {
        CostPlace place = new CostPlace(actions, session, shell);
        CostActions.register(actions, place);
        shell.onTrace(node -> {
            shell.canvas().reveal(node);
            actions.get("node.trace").run();
        });
        session.onChange(place::follow);
    }

    private void follow() {
        CostModel now = model();
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            view().open(now);
            shell.show(now);
        }
        Document.State state = session.shown().state();
        now.show(state, live());
    }

    private LiveState live() {
        return session.workspace().live().state();
    }

    private void redraw() {
        view().redraw();
        shell.showCosts();
        listeners.forEach(Runnable::run);
    }

    @Override
    public CostModel model() {
        return session.shown().costs(this::redraw);
    }

    @Override
    public CanvasView canvas() {
        return shell.canvas();
    }

    @Override
    public CostView view() {
        return shell.cost();
    }

    @Override
    public void show(boolean shown) {
        shell.below().showCosts(shown);
    }

    @Override
    public List<Problem> findings() {
        return live().findings(session.shown().state().graph().order());
    }

    @Override
    public void onShown(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void say(String sentence) {
        shell.say(sentence);
    }

    @Override
    public void refresh() {
        actions.refresh();
    }
}
