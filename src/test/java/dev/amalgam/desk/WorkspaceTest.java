package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ProjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, saving, and what stays true when a file moves. */
class WorkspaceTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");

    private static Desk desk;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void theSampleIsInItsCanonicalForm() throws Exception {
        assertThat(AmalgamFile.print(AmalgamFile.read(SAMPLE))).isEqualTo(Files.readString(SAMPLE));
    }

    @Test
    void savedElsewhereAndOpenedAgainItIsTheSame() throws Exception {
        Path copy = folder.resolve("copy.amalgam");
        try (Workspace workspace = desk.open(SAMPLE)) {
            workspace.document().apply(new Edit.Move(Map.of(new NodeId("photo"), new Position(7, 9))));
            assertThat(workspace.document().state().isModified()).isTrue();
            workspace.saveAs(copy);
            assertThat(workspace.document().state().isModified()).isFalse();
            assertThat(workspace.name()).isEqualTo("copy");
            try (Workspace again = desk.open(copy)) {
                assertThat(again.document().state().graph())
                        .isEqualTo(workspace.document().state().graph());
                assertThat(again.settled().problems()).isEmpty();
            }
        }
    }

    @Test
    void undoStillFindsTheFilesAfterTheAmalgamationMoved() throws Exception {
        try (Workspace workspace = desk.open(SAMPLE)) {
            Value coffee = workspace.reference(Path.of("samples/figure-3/photos/coffee.png"));
            workspace.document().apply(new Edit.Change(new NodeId("photo"), "file", Optional.of(coffee)));
            workspace.saveAs(folder.resolve("moved.amalgam"));
            workspace.document().undo();
            assertThat(workspace.settled().problems()).isEmpty();
        }
    }

    @Test
    void aSaveThatFailsChangesNothing() throws Exception {
        try (Workspace workspace = desk.open(SAMPLE)) {
            Path nowhere = folder.resolve("no/such/folder/x.amalgam");
            assertThatThrownBy(() -> workspace.saveAs(nowhere)).isInstanceOf(ProjectException.class);
            assertThat(workspace.file()).contains(SAMPLE.toAbsolutePath());
        }
    }

    @Test
    void whatHasNoFileIsUntitledAndModifiedOnceThereIsSomethingToKeep() {
        try (Workspace blank = desk.blank()) {
            assertThat(blank.name()).isEqualTo("untitled");
            assertThat(blank.document().state().isModified()).isFalse();
            Node node = new Node(new NodeId("a"), "softmax", Settings.NONE);
            blank.document().apply(new Edit.Add(node, new Position(0, 0)));
            assertThat(blank.document().state().isModified()).isTrue();
            assertThatThrownBy(blank::save).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.amalgam"), "Dear reader");
        assertThatThrownBy(() -> desk.open(letter))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("line 1");
    }
}
