package dev.amalgam.ui.input;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.input.Look;
import dev.amalgam.desk.input.Perturbation;
import dev.amalgam.desk.input.ReelState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A picture that goes in: itself, its place among others, and how it is disturbed. */
public final class PictureInput implements InputView {
    /** The times that a picture can be shown for, in seconds. */
    public static final List<Integer> SECONDS = List.of(1, 2, 5, 10);

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final PreviewPlace place = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final Screenshot screen = new Screenshot();
    private final Slideshow slideshow = new Slideshow(this::next, this::isAnswered, this::told);
    private final ReelBar bar = new ReelBar(slideshow, this::step);
    private final Button reset = new Button(Texts.get("input.reset"));
    private final Button adjust = new Button();
    private final Disturbing disturbing = new Disturbing(this::disturb);
    private final Region empty;
    private final VBox box;
    private Optional<InputContext> context = Optional.empty();
    private Optional<NodeId> source = Optional.empty();
    private Optional<FileRef> file = Optional.empty();
    private NodeState state = NodeState.WAITING;

    /** @param empty what is shown where there is no picture yet */
    public PictureInput(Region empty) {
        this.empty = empty;
        place.setId("photo-place");
        place.getStyleClass().add("photo-place");
        VBox.setVgrow(place, Priority.ALWAYS);
        // Larger or smaller, the picture is drawn again in the next pulse.
        place.widthProperty().addListener(_ -> UiThread.later(this, this::draw));
        place.heightProperty().addListener(_ -> UiThread.later(this, this::draw));
        reset.setId("input-reset");
        reset.getStyleClass().add("small");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setOnAction(_ -> reset());
        adjust.setId("input-adjust");
        adjust.getStyleClass().add("small");
        adjust.setMinWidth(Region.USE_PREF_SIZE);
        adjust.setAccessibleText(Texts.get("input.adjust"));
        adjust.setTooltip(new Tooltip(Texts.get("input.adjust")));
        Region sign = new Region();
        sign.getStyleClass().add("adjust-sign");
        adjust.setGraphic(sign);
        adjust.setOnAction(_ -> adjust());
        HBox.setHgrow(bar, Priority.ALWAYS);
        box = new VBox(6, place, new HBox(8, bar, reset));
    }

    @Override
    public Region node() {
        return box;
    }

    /** Where files can be dropped. */
    public Region place() {
        return place;
    }

    @Override
    public List<Node> tools() {
        return List.of(adjust);
    }

    @Override
    public void show(InputContext shown, TypedNode node, NodeState now) {
        if (!source.equals(Optional.of(node.id()))) {
            rest();
        }
        context = Optional.of(shown);
        source = Optional.of(node.id());
        file = Sources.file(node).flatMap(setting -> node.chosen().file(setting.name()));
        state = now;
        Look look = look();
        boolean changed = !look.perturbation().isNone();
        disturbing.show(look.perturbation());
        adjust.pseudoClassStateChanged(CHANGED, changed);
        reset.setVisible(changed || look.instead().isPresent());
        bar.show(reel(), caption(look));
        draw();
    }

    @Override
    public void rest() {
        slideshow.stop();
        disturbing.close();
        context = Optional.empty();
        source = Optional.empty();
        file = Optional.empty();
        state = NodeState.WAITING;
        reset.setVisible(false);
    }

    private void draw() {
        double width = place.getWidth();
        double height = place.getHeight();
        if (state.status() == NodeState.Status.FAILED
                && file.isPresent()
                && state.trouble().isPresent()) {
            place.replace(new TroubleBox(state.trouble().get()));
        } else if (pixels().isEmpty() || width < 1 || height < 1) {
            place.replace(empty);
        } else {
            place.show(new Reading.Picture(pixels().get()), width, height);
        }
    }

    private Optional<Tensor> pixels() {
        return state.reading()
                .filter(Reading.Picture.class::isInstance)
                .map(reading -> ((Reading.Picture) reading).pixels());
    }

    private String caption(Look look) {
        String name = look.instead().isPresent()
                ? Texts.get("input.from-screen")
                : reel().map(ReelState::picture)
                        .or(() -> file.map(PictureInput::name))
                        .orElse("");
        return pixels().filter(_ -> !name.isEmpty())
                .map(it -> Texts.get("input.caption", name, Long.toString(it.dims()[1]), Long.toString(it.dims()[0])))
                .orElse(name);
    }

    private static String name(FileRef file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private Look look() {
        return context.flatMap(it -> source.map(it.inputs()::look)).orElse(Look.PLAIN);
    }

    private Optional<ReelState> reel() {
        return look().instead().isPresent()
                ? Optional.empty()
                : context.flatMap(it -> source.flatMap(it.inputs()::state));
    }

    private void change(UnaryOperator<Look> change) {
        context.ifPresent(it -> source.ifPresent(node -> it.inputs().change(node, change)));
    }

    private void disturb(Perturbation perturbation) {
        change(look -> look.with(perturbation));
        disturbing.show(perturbation);
    }

    private boolean isAnswered() {
        return switch (state.status()) {
            case FRESH, CACHED -> true;
            default -> false;
        };
    }

    private Optional<java.time.Duration> told() {
        return reel().flatMap(ReelState::shown);
    }

    /** The next picture of a reel, or the same part of the screen as it is now. */
    private void next() {
        if (look().instead().isPresent()) {
            screen.again(this::instead);
        } else {
            step(1);
        }
    }

    /** Whether the part of the screen that was taken can be taken again. */
    public boolean canTakeAgain() {
        return screen.hasRegion();
    }

    /** Lets a person choose a part of the screen that goes in. @return whether the screen can be taken here at all */
    public boolean takeScreen() {
        return screen.choose(place.getScene().getWindow(), this::instead);
    }

    /** Takes the same part of the screen again. @return whether that worked */
    public boolean takeAgain() {
        return screen.again(this::instead);
    }

    /** Whether a part of the screen flows in, of which there is another picture each time. */
    public boolean showsScreen() {
        return screen.hasRegion() && look().instead().isPresent();
    }

    /** Whether there are several pictures. */
    public boolean isReel() {
        return reel().filter(it -> it.size() > 1).isPresent();
    }

    /** Goes on or back by so many pictures. */
    public void step(int by) {
        context.ifPresent(it -> source.ifPresent(node -> it.inputs().step(node, by)));
    }

    /** Shows one picture after another by itself, or stops that. */
    public void toggleSlideshow() {
        slideshow.toggle();
    }

    /** Whether one picture after another is shown. */
    public boolean isPlaying() {
        return slideshow.running().get();
    }

    /** How many seconds a picture is shown. */
    public int seconds() {
        return slideshow.seconds();
    }

    /** Shows each picture that many seconds. */
    public void every(int seconds) {
        slideshow.every(seconds);
    }

    /** Opens the sliders, or closes them. */
    public void adjust() {
        disturbing.toggle(adjust);
    }

    /** Whether something else goes in than the document says. */
    public boolean isChanged() {
        return reset.isVisible();
    }

    /** Lets the document's own picture in, as it is. */
    public void reset() {
        change(look -> new Look(look.position(), Perturbation.NONE, Optional.empty()));
    }

    /** Lets a picture in instead of the document's, such as one from the screen. */
    void instead(Tensor picture) {
        change(look -> look.instead(Optional.of(picture)));
    }
}
