package dev.amalgam.ui.inside;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.inside.Component;
import dev.amalgam.desk.inside.Diagram;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Settings;
import dev.amalgam.ui.canvas.Camera;
import dev.amalgam.ui.canvas.Cover;
import dev.amalgam.ui.canvas.DotGrid;
import dev.amalgam.ui.look.Colours;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The inside of a component on the canvas: its operators in groups, which are opened and closed; read-only but for its taps. */
public final class InsideView extends Region implements Cover {
    private static final double MARGIN = 48;

    /** At first as many cards as are seen at a glance. */
    private static final int AT_FIRST = 24;

    private final Inside inside;
    private final Optional<Settings> makings;
    private final InsideHost host;
    private final Camera camera = new Camera(this::requestLayout);
    private final Colours colours = new Colours(this::requestLayout);
    private final DotGrid grid = new DotGrid();
    private final Surface surface;
    private final Tapping tapping;
    private final Costing costing;
    private final Waiting waiting = new Waiting();
    private final Set<Group> open = new HashSet<>();
    private final Steps steps;
    private Diagram diagram = Diagram.EMPTY;
    private Pick pick = new Pick.Nothing();
    private boolean fitWanted = true;

    /** Shows what is inside; lays it out in the background. */
    public InsideView(Inside inside, InsideHost host) {
        this.inside = inside;
        this.host = host;
        this.makings = Component.of(host.document().state(), host.node()).map(Component::makings);
        this.tapping = new Tapping(inside, host);
        this.costing = new Costing(inside, host, tapping);
        this.surface = new Surface(inside, tapping, colours);
        this.steps = new Steps(this);
        open.addAll(inside.opened(AT_FIRST));
        getStyleClass().addAll("canvas", "scenery", "inside");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(true);
        grid.setManaged(false);
        getChildren().addAll(colours, grid, surface, waiting);
        Rectangle frame = new Rectangle();
        frame.widthProperty().bind(widthProperty());
        frame.heightProperty().bind(heightProperty());
        setClip(frame);
        Pointing.listen(this, camera);
        steps.listen();
        say();
        layOut(Optional.empty());
    }

    /** What it shows. */
    public Inside inside() {
        return inside;
    }

    InsideHost host() {
        return host;
    }

    Tapping tapping() {
        return tapping;
    }

    Diagram diagram() {
        return diagram;
    }

    Camera camera() {
        return camera;
    }

    /** The component. */
    public NodeId node() {
        return host.node();
    }

    /** Goes back to the amalgamation. */
    public void leave() {
        host.leave();
    }

    /** What is to be said of what is chosen now. */
    public Node pane() {
        return new InsidePane(inside, tapping, costing, pick, this::reveal);
    }

    /** What is chosen. */
    public Pick pick() {
        return pick;
    }

    boolean isOpen(Group group) {
        return open.contains(group);
    }

    /** Chooses something that is seen. */
    void pick(Pick chosen) {
        if (!pick.equals(chosen)) {
            pick = chosen;
            say();
            requestLayout();
            host.changed();
        }
    }

    /** Chooses something, opening the groups that it stands in, and brings it into view. */
    public void reveal(Pick chosen) {
        pick(chosen);
        List<Group> around = Picks.groups(inside, chosen);
        if (open.containsAll(around)) {
            show(chosen);
        } else {
            open.addAll(around);
            layOut(Optional.of(() -> show(chosen)));
        }
    }

    private void show(Pick chosen) {
        Picks.box(inside, diagram, chosen)
                .filter(box -> camera.zoom() < Surface.READABLE
                        || !camera.seen(getWidth(), getHeight()).contains(box))
                .ifPresent(box -> {
                    camera.centre(
                            box.getMinX() + box.getWidth() / 2,
                            box.getMinY() + box.getHeight() / 2,
                            getWidth(),
                            getHeight());
                    if (camera.zoom() < Surface.READABLE) {
                        camera.zoomAt(getWidth() / 2, getHeight() / 2, 1 / camera.zoom());
                    }
                });
    }

    /** Shows the parts of a group, or the group as one card; what is under the pointer stays there. */
    void toggle(Group group) {
        Optional<Point2D> before = corner(group);
        if (!open.remove(group)) {
            open.add(group);
        }
        pick(new Pick.Group(group));
        layOut(before.map(at -> () -> keep(group, at)));
    }

    private void keep(Group group, Point2D at) {
        corner(group).ifPresent(now -> camera.panBy(at.getX() - now.getX(), at.getY() - now.getY()));
    }

    private Optional<Point2D> corner(Group group) {
        return Picks.box(inside, diagram, new Pick.Group(group))
                .map(box -> camera.toView(box.getMinX(), box.getMinY()));
    }

    /** Opens all groups within the chosen one, or all there are. */
    void openAll() {
        Group from = pick instanceof Pick.Group(Group group) ? group : inside.whole();
        open.add(from);
        from.parts().forEach(this::openAll);
        layOut(Optional.of(() -> show(pick)));
    }

    private void openAll(Part part) {
        if (part instanceof Group group) {
            open.add(group);
            group.parts().forEach(this::openAll);
        }
    }

    /** Closes all groups but the outermost. */
    void closeAll() {
        open.clear();
        pick(new Pick.Nothing());
        layOut(Optional.of(this::fitAll));
    }

    private void layOut(Optional<Runnable> afterwards) {
        waiting.layOut(
                inside,
                Set.copyOf(open),
                laid -> {
                    diagram = laid;
                    surface.show(laid);
                    afterwards.ifPresent(Runnable::run);
                    requestLayout();
                },
                this::stayAsShown);
    }

    /** A layout that was cancelled leaves what was there before. */
    private void stayAsShown() {
        open.clear();
        diagram.frames().forEach(frame -> open.add(frame.group()));
    }

    @Override
    public Region view() {
        return this;
    }

    @Override
    public void show(Document.State state) {
        Optional<Settings> now = Component.of(state, host.node()).map(Component::makings);
        if (now.isEmpty()) {
            host.leave();
        } else if (!now.equals(makings)) {
            host.again();
        } else {
            tapping.show(state);
            say();
            requestLayout();
            host.changed();
        }
    }

    @Override
    public double zoom() {
        return camera.zoomProperty().get();
    }

    @Override
    public void zoomBy(double factor) {
        camera.zoomAt(getWidth() / 2, getHeight() / 2, factor);
    }

    @Override
    public void fitAll() {
        fitWanted = getWidth() < 1 || diagram.cards().isEmpty();
        if (!fitWanted) {
            camera.show(new Rectangle2D(0, 0, diagram.width(), diagram.height()), getWidth(), getHeight(), MARGIN);
        }
    }

    @Override
    public boolean escape() {
        if (waiting.isBusy() && !diagram.cards().isEmpty()) {
            waiting.cancel();
        } else if (pick instanceof Pick.Nothing) {
            host.leave();
        } else {
            pick(new Pick.Nothing());
        }
        return true;
    }

    @Override
    public boolean step(boolean back) {
        return steps.step(back);
    }

    @Override
    public boolean choose() {
        return switch (pick) {
            case Pick.Group(Group group) -> {
                toggle(group);
                yield true;
            }
            case Pick.Tensor(String tensor) -> {
                tapping.toggle(tensor);
                yield true;
            }
            default -> false;
        };
    }

    @Override
    public Picker<?> finder() {
        return new Seeker(inside).picker(this::reveal);
    }

    private void say() {
        setAccessibleText(Texts.get("inside.name", host.node().name()) + ". " + PickWords.of(inside, tapping, pick));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    @Override
    protected void layoutChildren() {
        if (fitWanted) {
            fitAll();
        }
        grid.show(camera, getWidth(), getHeight(), colours.get("edge").deriveColor(0, 1, 1, 0.8));
        surface.paint(camera, getWidth(), getHeight(), pick);
        waiting.place(getWidth(), getHeight());
    }
}
