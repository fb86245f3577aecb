package dev.amalgam.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.ui.dialogs.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class PhotoPartTest {
    private static final NodeId PHOTO = new NodeId("photo");

    private Document document;
    private PhotoPart part;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        ComponentStore files = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        document = new Document(Typing.of(Amalgamation.EMPTY, BuiltInKinds.catalogue(), files), false);
        document.apply(new Edit.Add(new Node(PHOTO, "image", Settings.NONE), new Position(0, 0)));
        FxToolkit.setupFixture(() -> {
            part = new PhotoPart();
            part.open(document, new AsTheyAre());
            part.show(document.state());
        });
    }

    @Test
    void aDroppedPhotoIsAnEditThatUndoTakesBack() throws Exception {
        FxToolkit.setupFixture(() -> assertThat(part.take(List.of(new File("notes.txt"), new File("cat.png"))))
                .isTrue());
        assertThat(file()).contains(FileRef.unseen("cat.png"));
        document.undo();
        assertThat(file()).isEmpty();
    }

    @Test
    void whatIsNoPhotoIsNotTaken() throws Exception {
        FxToolkit.setupFixture(
                () -> assertThat(part.take(List.of(new File("notes.txt")))).isFalse());
        assertThat(file()).isEmpty();
    }

    private Optional<Value> file() {
        return document.state().graph().node(PHOTO).orElseThrow().settings().get("file");
    }

    /** Refers to files without reading them. */
    private static final class AsTheyAre implements FileChoice {
        @Override
        public void choose(List<String> endings, Consumer<FileRef> chosen) {}

        @Override
        public void refer(Path file, Consumer<FileRef> chosen) {
            chosen.accept(FileRef.unseen(file.toString()));
        }
    }
}
