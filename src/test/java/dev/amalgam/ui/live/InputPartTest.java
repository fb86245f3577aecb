package dev.amalgam.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.input.LiveInputs;
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
import dev.amalgam.ui.input.InputContext;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class InputPartTest {
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId OTHER = new NodeId("other");

    @TempDir
    private Path folder;

    private final LiveInputs inputs = new LiveInputs();
    private Document document;
    private InputPart part;

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
            part = new InputPart();
            part.open(new InputContext(document, inputs, new AsTheyAre()));
            part.show(document.state());
        });
    }

    @AfterEach
    void close() {
        inputs.close();
    }

    private boolean take(File... files) throws Exception {
        boolean[] taken = new boolean[1];
        FxToolkit.setupFixture(() -> taken[0] = part.take(List.of(files)));
        return taken[0];
    }

    @Test
    void aDroppedPhotoIsAnEditThatUndoTakesBack() throws Exception {
        assertThat(take(new File("notes.txt"), new File("cat.png"))).isTrue();
        assertThat(file(PHOTO)).contains(FileRef.unseen("cat.png"));
        document.undo();
        assertThat(file(PHOTO)).isEmpty();
    }

    @Test
    void whatIsNoPhotoIsNotTaken() throws Exception {
        assertThat(take(new File("notes.txt"))).isFalse();
        assertThat(file(PHOTO)).isEmpty();
    }

    @Test
    void aFolderAndSeveralPhotosAreShownOneAfterAnother() throws Exception {
        assertThat(take(folder.toFile())).isTrue();
        assertThat(file(PHOTO)).contains(FileRef.unseen(folder + "/"));
        assertThat(take(new File("a.png"), new File("b.JPG"))).isTrue();
        assertThat(file(PHOTO)).contains(FileRef.unseen("together 2/"));
    }

    @Test
    void theSourceThatIsSelectedIsShownAndStaysUntilAnotherIs() throws Exception {
        document.apply(new Edit.Add(new Node(OTHER, "image", Settings.NONE), new Position(0, 300)));
        FxToolkit.setupFixture(() -> {
            part.show(document.state());
            assertThat(part.source().orElseThrow().id()).isEqualTo(PHOTO);
            part.select(Set.of(OTHER));
            part.select(Set.of());
        });
        take(new File("cat.png"));
        assertThat(file(OTHER)).isPresent();
        assertThat(file(PHOTO)).isEmpty();
    }

    private Optional<Value> file(NodeId node) {
        return document.state().graph().node(node).orElseThrow().settings().get("file");
    }

    /** Refers to files without reading them. */
    private static final class AsTheyAre implements FileChoice {
        @Override
        public void choose(List<String> endings, Consumer<FileRef> chosen) {}

        @Override
        public void chooseFolder(Consumer<FileRef> chosen) {}

        @Override
        public void refer(List<Path> files, Consumer<FileRef> chosen) {
            Path file = files.getFirst();
            String path =
                    files.size() > 1 ? "together " + files.size() + "/" : file + (Files.isDirectory(file) ? "/" : "");
            chosen.accept(FileRef.unseen(path));
        }
    }
}
