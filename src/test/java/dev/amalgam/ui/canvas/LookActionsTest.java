package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Tint;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LookActionsTest {
    private static final NodeId DECIDE = new NodeId("decide");
    private static final NodeId WATCH = new NodeId("watch");

    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(Figure.general(), stage);
    }

    @Test
    void aNodeThatIsRenamedBeforeAnythingElseStaysSelected() {
        open.select("decide");
        open.interact(() -> open.document.apply(new Edit.Rename(new NodeId("decide"), new NodeId("choose"))));
        assertThat(open.selected()).containsExactly("choose");
    }

    @Test
    void selectedNodesAreMutedAndPutToWorkAgainByTheSameKey() {
        Amalgamation before = open.graph();
        open.select("decide", "watch");
        open.push(KeyCode.CONTROL, KeyCode.M);
        assertThat(mode(DECIDE)).isEqualTo(Mode.MUTED);
        assertThat(mode(WATCH)).isEqualTo(Mode.MUTED);
        assertThat(view(DECIDE).getPseudoClassStates()).contains(PseudoClass.getPseudoClass("muted"));
        assertThat(words(DECIDE)).contains("muted");
        assertThat(open.actions.get("node.mute").onProperty().get()).isTrue();
        open.push(KeyCode.CONTROL, KeyCode.M);
        assertThat(open.graph()).isEqualTo(before);
        open.run("edit.undo");
        assertThat(mode(DECIDE)).isEqualTo(Mode.MUTED);
    }

    @Test
    void whereOnlySomeAreBypassedAllBecomeSo() {
        open.select("decide");
        open.push(KeyCode.CONTROL, KeyCode.B);
        open.select("decide", "watch");
        open.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(mode(DECIDE)).isEqualTo(Mode.BYPASSED);
        assertThat(mode(WATCH)).isEqualTo(Mode.BYPASSED);
        assertThat(words(DECIDE)).contains("bypassed");
    }

    @Test
    void aCollapsedCardShowsItsTitleAndStillHasItsPorts() {
        Board.Placed before = placed(DECIDE);
        open.select("decide");
        open.push(KeyCode.H);
        Board.Placed after = placed(DECIDE);
        assertThat(after.layout().height()).isLessThan(before.layout().height() / 2);
        assertThat(after.layout().preview()).isEmpty();
        assertThat(after.layout().ports()).hasSameSizeAs(before.layout().ports());
        open.run("edit.undo");
        assertThat(placed(DECIDE).layout()).isEqualTo(before.layout());
    }

    @Test
    void aPinnedCardShowsThePin() {
        open.select("decide");
        open.push(KeyCode.P);
        assertThat(open.graph().look(DECIDE)).isEqualTo(Look.PLAIN.pinned(true));
        assertThat(view(DECIDE).lookup(".pin")).isNotNull();
        assertThat(view(WATCH).lookup(".pin")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Tint.class)
    void aCardTakesAColourAndGivesItBack(Tint tint) {
        String action = "node.tint-" + tint.name().toLowerCase(java.util.Locale.ROOT);
        open.select("decide");
        open.run(action);
        assertThat(open.graph().look(DECIDE).tint()).contains(tint);
        assertThat(view(DECIDE).lookup(".tint-band").getStyleClass()).contains(action.substring(5));
        open.run("node.tint-none");
        assertThat(open.graph().look(DECIDE).tint()).isEqualTo(Optional.empty());
    }

    private Mode mode(NodeId id) {
        return open.graph().node(id).orElseThrow().mode();
    }

    private Board.Placed placed(NodeId id) {
        return open.canvas.scenery().board().card(id).orElseThrow();
    }

    private CardView view(NodeId id) {
        return open.canvas.scenery().view(id).orElseThrow();
    }

    private String words(NodeId id) {
        return ((Text) view(id).lookup(".card-time")).getText();
    }
}
