package dev.amalgam.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Tint;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NoteActionsTest {
    private static final NoteId FRAME = new NoteId("frame");
    private static final NoteId COMMENT = new NoteId("comment");

    private OpenCanvas open;

    @Start
    void start(Stage stage) {
        open = new OpenCanvas(Figure.general(), stage);
    }

    @Test
    void aFrameIsDrawnAroundTheSelectionAndNamedAtOnce() {
        frame("shared", "photo", "pre-stem");
        Area frame = Notes.area(note(FRAME));
        assertThat(frame.contains(area("photo"))).isTrue();
        assertThat(frame.contains(area("pre-stem"))).isTrue();
        assertThat(frame.contains(area("shared bottom"))).isFalse();
        assertThat(note(FRAME))
                .isInstanceOfSatisfying(
                        Note.Frame.class, it -> assertThat(it.title()).isEqualTo("shared"));
        assertThat(open.robot.lookup(".note-editor").tryQuery()).isEmpty();
    }

    @Test
    void aFrameThatIsDraggedTakesItsCardsAlongInOneStep() {
        frame("shared", "photo", "pre-stem");
        Amalgamation before = open.graph();
        long revision = open.revision();
        Point2D title = titleOf(FRAME);
        open.drag(title, title.add(0, 120));
        double moved = note(FRAME).at().y() - before.notes().get(FRAME).at().y();
        assertThat(moved).isCloseTo(120 / open.zoom(), within(2.0));
        assertThat(open.position("photo")).isEqualTo(new Position(0, 168 + moved));
        assertThat(open.position("pre-stem")).isEqualTo(new Position(220, 168 + moved));
        assertThat(open.position("watch")).isEqualTo(new Position(740, 568));
        assertThat(open.revision()).isEqualTo(revision + 1);
        open.run("edit.undo");
        assertThat(open.graph()).isEqualTo(before);
    }

    @Test
    void theCornerChangesTheSizeAndNothingElseMoves() {
        frame("shared", "photo");
        Note before = note(FRAME);
        Point2D corner =
                open.at(before.at().x() + before.width() - 6, before.at().y() + before.height() - 6);
        open.drag(corner, corner.add(0, 60));
        assertThat(note(FRAME).height()).isCloseTo(before.height() + 60 / open.zoom(), within(2.0));
        assertThat(note(FRAME).width()).isEqualTo(before.width());
        assertThat(note(FRAME).at()).isEqualTo(before.at());
        assertThat(open.position("photo")).isEqualTo(new Position(0, 168));
    }

    @Test
    void aTitleIsChangedInPlaceByADoubleClickAndEscapeKeepsTheOldOne() {
        frame("shared", "photo");
        open.robot.doubleClickOn(titleOf(FRAME)).write("input");
        open.push(KeyCode.ENTER);
        assertThat(((Note.Frame) note(FRAME)).title()).isEqualTo("input");
        open.push(KeyCode.F2);
        open.robot.write("other");
        open.push(KeyCode.ESCAPE);
        assertThat(((Note.Frame) note(FRAME)).title()).isEqualTo("input");
        assertThat(open.canvas.isFocused()).isTrue();
    }

    @Test
    void aCommentIsWrittenInMarkdownAndShownAsText() {
        open.push(KeyCode.C);
        open.robot.write("# Why");
        open.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(((Note.Comment) note(COMMENT)).text()).isEqualTo("# Why");
        assertThat(open.robot.lookup(".md-heading").queryAs(Text.class).getText())
                .isEqualTo("Why");
    }

    @Test
    void aSelectedNoteTakesAColourAndIsDeleted() {
        frame("shared", "photo");
        open.interact(() -> open.canvas.clearSelection());
        open.push(KeyCode.SHIFT, KeyCode.T);
        open.run("node.tint-teal");
        assertThat(note(FRAME).tint()).contains(Tint.TEAL);
        open.push(KeyCode.DELETE);
        assertThat(open.graph().notes()).isEmpty();
        assertThat(open.graph().nodes()).hasSize(7);
        open.run("edit.undo");
        assertThat(open.graph().notes()).containsKey(FRAME);
    }

    @Test
    void insideAFrameCardsAreStillFramedByTheMarquee() {
        frame("all", "photo", "pre-stem", "shared bottom");
        Area frame = Notes.area(note(FRAME));
        open.drag(open.at(frame.x() + 8, frame.bottom() - 8), open.card("pre-stem"));
        assertThat(open.selected()).containsExactly("photo", "pre-stem");
    }

    @Test
    void aMarqueeTakesAWholeFrameAndTheArrowsMoveItWithWhatLiesInIt() {
        frame("shared", "photo");
        Note before = note(FRAME);
        Area area = Notes.area(before);
        open.interact(() -> open.canvas.clearSelection());
        open.drag(open.at(area.x() - 30, area.y() - 30), open.at(area.right() + 10, area.bottom() + 10));
        assertThat(open.canvas.scenery().selection().notes()).containsExactly(FRAME);
        assertThat(open.selected()).containsExactly("photo");
        open.push(KeyCode.DOWN);
        assertThat(note(FRAME).at())
                .isEqualTo(new Position(before.at().x(), before.at().y() + 4));
        assertThat(open.position("photo")).isEqualTo(new Position(0, 172));
        open.run("edit.undo");
        assertThat(note(FRAME)).isEqualTo(before);
        assertThat(open.position("photo")).isEqualTo(new Position(0, 168));
    }

    @Test
    void notesAreCopiedAndTakenAwayTogetherWithCards() {
        frame("shared", "photo");
        open.interact(() -> open.canvas.scenery().selection().set(OpenCanvas.ids("photo"), Set.of(FRAME)));
        open.push(KeyCode.CONTROL, KeyCode.D);
        NoteId copy = new NoteId("frame 2");
        assertThat(open.graph().notes()).containsKeys(FRAME, copy);
        assertThat(Notes.area(note(copy)).contains(area("photo 2"))).isTrue();
        Amalgamation both = open.graph();
        open.push(KeyCode.DELETE);
        assertThat(open.graph().notes()).containsOnlyKeys(FRAME);
        assertThat(open.graph().node(new NodeId("photo 2"))).isEmpty();
        open.run("edit.undo");
        assertThat(open.graph()).isEqualTo(both);
    }

    private void frame(String title, String... nodes) {
        open.select(nodes);
        open.push(KeyCode.G);
        open.robot.write(title);
        open.push(KeyCode.ENTER);
    }

    private Note note(NoteId id) {
        return open.graph().notes().get(id);
    }

    private Point2D titleOf(NoteId id) {
        return open.at(note(id).at().x() + 40, note(id).at().y() + 8);
    }

    private Area area(String node) {
        return open.canvas
                .scenery()
                .board()
                .card(new NodeId(node))
                .orElseThrow()
                .area();
    }
}
