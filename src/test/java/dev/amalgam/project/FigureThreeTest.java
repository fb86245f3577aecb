package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureThreeTest {
    private static final Path FOLDER = Path.of("samples/figure-3");
    private static final Path FILE = FOLDER.resolve("figure-3.amalgam");

    private final ComponentStore store = new ComponentStore(Optional.of(FOLDER), ModelTypes.FROM_FILE);

    @Test
    void isAsTheProgramWouldSaveIt() throws IOException {
        assertThat(AmalgamFile.print(AmalgamFile.read(FILE))).isEqualTo(Files.readString(FILE));
    }

    @Test
    void refersToFilesThatAreThereAndUnchanged() throws IOException {
        Amalgamation graph = AmalgamFile.read(FILE);
        assertThat(store.lock(graph, FOLDER)).isEqualTo(graph);
        assertThat(Typing.of(graph, BuiltInKinds.catalogue(), store).problems()).isEmpty();
    }

    @Test
    void hasTheFourTasks() throws IOException {
        assertThat(AmalgamFile.read(FILE).nodes().stream()
                        .filter(node -> node.kind().equals("output"))
                        .map(node -> node.id().name()))
                .containsExactlyInAnyOrder("localise", "recognise", "decide", "watch");
    }
}
