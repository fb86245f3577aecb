package dev.amalgam.project;

import static dev.amalgam.project.Golden.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmalgamFileTest {
    @TempDir
    Path folder;

    @Test
    void printsWhatTheGoldenFileSays() throws IOException {
        assertThat(AmalgamFile.print(Golden.everyValue())).isEqualTo(Golden.text("every-value"));
        assertThat(AmalgamFile.print(Golden.drawn())).isEqualTo(Golden.text("drawn"));
        assertThat(AmalgamFile.print(Golden.run())).isEqualTo(Golden.text("run"));
        assertThat(AmalgamFile.print(Amalgamation.EMPTY)).isEqualTo(Golden.text("empty"));
    }

    @Test
    void readsWhatTheGoldenFileSays() throws IOException {
        assertThat(AmalgamFile.parse(Golden.text("every-value"), "golden")).isEqualTo(Golden.everyValue());
        assertThat(AmalgamFile.parse(Golden.text("drawn"), "golden")).isEqualTo(Golden.drawn());
        assertThat(AmalgamFile.parse(Golden.text("run"), "golden")).isEqualTo(Golden.run());
        assertThat(AmalgamFile.parse(Golden.text("empty"), "golden")).isEqualTo(Amalgamation.EMPTY);
    }

    @Test
    void aPartIsRunAsWhereItIsPasted() throws ProjectException {
        Part part = Part.of(Golden.run(), Set.of(new NodeId("photo")), Set.of());
        assertThat(part.print()).doesNotContain("cuda");
        assertThat(Part.parse(AmalgamFile.print(Golden.run()), "clipboard")
                        .graph()
                        .nodes())
                .hasSize(1);
    }

    @Test
    void opensFilesOfSchema1Unchanged() throws IOException {
        assertThat(AmalgamFile.parse(Golden.text("schema-1/every-value"), "golden"))
                .isEqualTo(Golden.everyValue());
        assertThat(AmalgamFile.parse(Golden.text("schema-1/empty"), "golden")).isEqualTo(Amalgamation.EMPTY);
    }

    @Test
    void anyAmalgamationSurvivesAFileAndIsWrittenTheSameAgain() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Amalgamation graph = new RandomAmalgamation(seed).graph();
            Path file = folder.resolve("random.amalgam");
            AmalgamFile.write(file, graph);
            byte[] first = Files.readAllBytes(file);
            Amalgamation read = AmalgamFile.read(file);
            assertThat(read).as("seed %s", seed).isEqualTo(graph);
            AmalgamFile.write(file, read);
            assertThat(Files.readAllBytes(file)).as("seed %s", seed).isEqualTo(first);
        }
    }

    @Test
    void theOrderInWhichNodesWereAddedDoesNotShow() {
        Edit one = Golden.add("one", "image", Map.of(), 0, 0);
        Edit two = Golden.add("two", "image", Map.of(), 0, 0);
        assertThat(AmalgamFile.print(after(Amalgamation.EMPTY, one, two)))
                .isEqualTo(AmalgamFile.print(after(Amalgamation.EMPTY, two, one)));
    }

    @Test
    void movingACardChangesNothingAboveTheLayout() {
        Amalgamation before = Golden.everyValue();
        Amalgamation moved = after(before, new Edit.Move(Map.of(new NodeId("photo"), new Position(7, 8))));
        assertThat(meaning(moved)).isEqualTo(meaning(before));
        assertThat(AmalgamFile.print(moved)).isNotEqualTo(AmalgamFile.print(before));
    }

    private static String meaning(Amalgamation graph) {
        return AmalgamFile.print(graph).split("\"layout\"")[0];
    }

    @Test
    void changingASettingChangesOneLine() {
        Amalgamation before = Golden.everyValue();
        Amalgamation changed = after(
                before, new Edit.Change(new NodeId("all values"), "real", Optional.of(Golden.words("a longer value"))));
        List<String> old = AmalgamFile.print(before).lines().toList();
        List<String> now = AmalgamFile.print(changed).lines().toList();
        assertThat(now).hasSameSizeAs(old);
        assertThat(now.stream().filter(line -> !old.contains(line)))
                .containsExactly("      \"real\": \"a longer value\",");
    }

    @Test
    void opensThousandsOfNodes() throws IOException {
        StringBuilder text = new StringBuilder("{\"schema\": 1, \"nodes\": {\"n0\": {\"kind\": \"k\"}");
        StringBuilder wires = new StringBuilder("\"n0.o -> n1.i\"");
        for (int i = 1; i < 10_000; i++) {
            text.append(", \"n").append(i).append("\": {\"kind\": \"k\"}");
            wires.append(", \"n").append(i / 2).append(".o -> n").append(i).append(".j\"");
        }
        Amalgamation graph = AmalgamFile.parse(text + "}, \"wires\": [" + wires + "]}", "large");
        assertThat(graph.order()).hasSize(10_000);
        assertThat(graph.wires()).hasSize(10_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"schema": 1,$ "nodes": }                          | not-json     | line 2, column 11
        {"schema": 1, "nodes": {}                          | not-json     | line 1, column
        {"schema": 1, "nodes": {}} and more                | not-json     | line 1, column 28
        {"schema": 1, "schema": 1, "nodes": {}}            | not-json     | duplicate
        {"schema": 1, "nodes": {"a": NODE,$"a": NODE}}     | not-json     | line 2, column 4
        {"nodes": {}}                                      | bad-value    | does not say its schema
        {"schema": 0, "nodes": {}}                         | bad-value    | does not say its schema
        {"schema": 1.0, "nodes": {}}                       | bad-value    | does not say its schema
        []                                                 | bad-value    | does not say its schema
        {"schema": 3}                                      | newer-schema | of schema 3, and this program reads up to schema 2
        {"schema": 99999999999999}                         | newer-schema | of schema 99999999999999
        {"schema": 1}                                      | bad-value    | nodes is missing
        {"schema": 1, "nodes": []}                         | bad-value    | nodes is [] and not named entries
        {"schema": 1, "nodes": {}, "nods": {}}             | bad-value    | 'nods'
        {"schema": 1, "nodes": {" a": NODE}}               | bad-value    | nodes >  a is no name
        {"schema": 1, "nodes": {"a": {"kind": 3}}}         | bad-value    | nodes > a > kind is 3
        {"schema": 1, "nodes": {"a": {}}}                  | bad-value    | nodes > a > kind is missing
        {"schema": 1, "nodes": {"a": SET null}}            | bad-value    | nodes > a > settings > s is null
        {"schema": 1, "nodes": {"a": SET [1, [null]]}}     | bad-value    | settings > s > 2 > 1 is null
        {"schema": 1, "nodes": {"a": SET 1e999}}           | bad-value    | not a number
        {"schema": 1, "nodes": {"a": SET 9223372036854775808}} | bad-value | 9223372036854775808
        {"schema": 1, "nodes": {"a": SET {"path": ""}}}    | bad-value    | s > path is ""
        {"schema": 1, "nodes": {"a": SET {"path": "p", "sha256": "AB"}}} | bad-value | SHA-256
        {"schema": 1, "nodes": {"a": SET {"path": "p", "size": 3}}} | bad-value | 'size'
        {"schema": 1, "nodes": {}, "wires": [3]}           | bad-value    | wires > 1 is 3
        {"schema": 1, "nodes": {}, "wires": ["a.b"]}       | bad-value    | of the form
        {"schema": 1, "nodes": {}, "wires": ["a -> b"]}    | bad-value    | 'a' is no port
        {"schema": 1, "nodes": {"a": NODE}, "wires": ["a.o -> b.i"]} | unknown-node | There is no node named 'b'
        {"schema": 1, "nodes": {"a": NODE}, "wires": ["a.o -> a.i"]} | cycle | close a circle
        {"schema": 1, "nodes": {"a": NODE, "b": NODE}, "wires": ["a.o -> b.i", "b.o -> a.i"]} | cycle | close a circle
        {"schema": 1, "nodes": {"a": NODE, "b": NODE}, "wires": ["a.o -> b.i", "a.p -> b.i"]} | input-taken | already takes 'a.o'
        {"schema": 1, "nodes": {}, "layout": {"a": [1, 2]}} | unknown-node | There is no node named 'a'
        {"schema": 1, "nodes": {"a": NODE}, "layout": {"a": [1]}} | bad-value | a position
        {"schema": 1, "nodes": {"a": NODE}, "layout": {"a": [1, "2"]}} | bad-value | not a number
        {"schema": 2, "nodes": {"a": {"kind": "k", "mode": "off"}}} | bad-value | one of active, muted, bypassed
        {"schema": 2, "nodes": {"a": NODE}, "looks": {"b": {}}} | unknown-node | There is no node named 'b'
        {"schema": 2, "nodes": {"a": NODE}, "looks": {"a": {"tint": "pink"}}} | bad-value | looks > a > tint is "pink"
        {"schema": 2, "nodes": {}, "notes": {"n": {}}}     | bad-value    | either a frame or a comment
        {"schema": 2, "nodes": {}, "notes": {"n": {"frame": "f", "at": [0, 0], "size": [1, -1]}}} | bad-value | above 0
        """)
    void refusesABadFileWithItsPlaceAndACure(String text, String code, String says) {
        String json = text.replace("$", "\n")
                .replace("NODE", "{\"kind\": \"k\"}")
                .replaceAll("SET (.*)}}$", "{\"kind\": \"k\", \"settings\": {\"s\": $1}}}}");
        var refused = catchThrowableOfType(ProjectException.class, () -> AmalgamFile.parse(json, "bad.amalgam"));
        assertThat(refused).as(json).hasMessageStartingWith("bad.amalgam").hasMessageContaining(says);
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code);
        assertThat(refused.remedy()).isNotBlank();
        assertThat(refused.getMessage()).doesNotContain("Stream", "Jackson", "Exception", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void saysThatAFileIsEmpty(String text) {
        var refused = catchThrowableOfType(ProjectException.class, () -> AmalgamFile.parse(text, "bad.amalgam"));
        assertThat(refused).hasMessage("bad.amalgam is empty");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        assertThat(code("[".repeat(1000))).isEqualTo("too-large");
        assertThat(code("{\"schema\": 1, \"x\": \"" + "y".repeat(2 << 20) + "\"}"))
                .isEqualTo("too-large");
    }

    private static String code(String text) {
        return catchThrowableOfType(ProjectException.class, () -> AmalgamFile.parse(text, "bad.amalgam"))
                .code();
    }

    @Test
    void refusesToWriteWhatCouldNotBeReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.amalgam"), "as it was");
        Amalgamation graph =
                after(Amalgamation.EMPTY, Golden.add("a", "k", Map.of("s", Golden.words("y".repeat(2 << 20))), 0, 0));
        var refused = catchThrowableOfType(ProjectException.class, () -> AmalgamFile.write(file, graph));
        assertThat(refused.code()).isEqualTo("too-large");
        assertThat(file).hasContent("as it was");
    }

    @Test
    void namesTheNearestFileWhereOneIsMissing() throws IOException {
        Files.createFile(folder.resolve("figure-3.amalgam"));
        var missing = catchThrowableOfType(
                ProjectException.class, () -> AmalgamFile.read(folder.resolve("Figure_3.amalgam")));
        assertThat(missing.code()).isEqualTo("missing-file");
        assertThat(missing.remedy()).isEqualTo("The nearest name there is 'figure-3.amalgam'");
    }

    @Test
    void refusesAFolderAndWhatIsNotUtf8() throws IOException {
        assertThat(catchThrowableOfType(ProjectException.class, () -> AmalgamFile.read(folder))
                        .code())
                .isEqualTo("unreadable");
        Path latin = Files.write(folder.resolve("latin.amalgam"), "{\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(ProjectException.class, () -> AmalgamFile.read(latin)))
                .hasMessage("latin.amalgam is not text in UTF-8");
    }

    @Test
    void overlooksAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("bom.amalgam"), "\uFEFF" + Golden.text("empty"));
        assertThat(AmalgamFile.read(file)).isEqualTo(Amalgamation.EMPTY);
    }
}
