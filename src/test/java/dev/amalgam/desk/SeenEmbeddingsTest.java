package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.values.Seen;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What embeddings a document has given is remembered, apart for each model that gave them. */
class SeenEmbeddingsTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final PortRef EMBEDDING = new PortRef(new NodeId("embedding"), "embedding");

    private final Semaphore kept = new Semaphore(0);
    private Desk desk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(SAMPLE);
        workspace.seen().onChange(kept::release);
        await(1);
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    /** Waits until that many are known at the embedding. */
    private List<Seen> await(int count) throws InterruptedException {
        while (seen(EMBEDDING).size() != count) {
            assertThat(kept.tryAcquire(60, TimeUnit.SECONDS))
                    .as("%d of %d embeddings are seen", seen(EMBEDDING).size(), count)
                    .isTrue();
        }
        return seen(EMBEDDING);
    }

    private List<Seen> seen(PortRef port) {
        return workspace.seen().at(workspace.document().state().typing(), port);
    }

    private void photo(String name) throws Exception {
        Value file = workspace.reference(Path.of("samples/figure-3/photos", name));
        assertThat(workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.of(file))))
                .isEmpty();
    }

    @Test
    void eachPhotoIsRememberedOnceByItsNameWithASmallPicture() throws Exception {
        photo("coffee.png");
        await(2);
        photo("rocket.jpg");
        assertThat(await(3)).extracting(Seen::label).containsExactly("chelsea.png", "coffee.png", "rocket.jpg");
        photo("coffee.png");
        while (!seen(EMBEDDING).getLast().label().equals("coffee.png")) {
            assertThat(kept.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(seen(EMBEDDING)).hasSize(3).allSatisfy(one -> {
            assertThat(one.vector()).hasSize(1024);
            long[] dims = one.picture().orElseThrow().dims();
            assertThat(Math.max(dims[0], dims[1])).isEqualTo(64);
        });
    }

    @Test
    void whatAnotherModelAboveGaveIsNotMixedIn() throws Exception {
        workspace
                .document()
                .apply(new Edit.Change(new NodeId("pre-stem"), "mode", Optional.of(new Value.Text("stretch"))));
        assertThat(await(1)).extracting(Seen::label).containsExactly("chelsea.png");
        workspace.document().undo();
        assertThat(await(1)).hasSize(1);
    }

    @Test
    void otherOutputsAreNoEmbeddings() {
        assertThat(seen(new PortRef(new NodeId("softmax"), "probabilities"))).isEmpty();
    }
}
