package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.graph.Node;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed without a warning, at any moment: nothing is lost that was older than the journal's time. */
class KilledWhileEditingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20, 61})
    void nothingOlderIsLost(int words) throws Exception {
        int safe = editAndDie(words);
        try (Journals journals = Journals.in(folder, _ -> {})) {
            List<Leftover> leftovers = journals.leftovers();
            assertThat(leftovers).hasSize(1);
            List<String> kept = leftovers.getFirst().kept().graph().nodes().stream()
                    .map(Node::id)
                    .map(Object::toString)
                    .toList();
            assertThat(kept).hasSizeGreaterThanOrEqualTo(safe);
            assertThat(kept)
                    .as("what it was at one moment, whole")
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, kept.size())
                            .mapToObj(number -> "n" + number)
                            .toList());
        }
    }

    /** @return how many nodes were safe, by the last that was heard */
    private int editAndDie(int words) throws Exception {
        Process typist = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader says = typist.inputReader()) {
            String last = "";
            for (int word = 0; word < words; word++) {
                last = says.readLine();
            }
            return Integer.parseInt(last);
        } finally {
            // SIGKILL where there are signals: nothing of the program runs after it.
            typist.destroyForcibly().waitFor();
        }
    }
}
