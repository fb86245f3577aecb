package dev.amalgam.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.onnx.Limits;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.FileRefs;
import dev.amalgam.project.PackedProject;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported file carries the amalgamation that it was made of. */
class RestorationTest {
    private static final Path SAMPLE = Path.of("samples/figure-3");

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Workspace original;
    private static Typing typing;
    private static Path exported;

    @BeforeAll
    static void export() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        original = desk.open(SAMPLE.resolve("figure-3.amalgam"));
        typing = original.settled().typing();
        exported = Files.createDirectory(folder.resolve("alone")).resolve("figure-3.onnx");
        exporter().export(typing, "figure-3", exported);
    }

    private static OnnxExport exporter() {
        return new OnnxExport(original.engine(), desk.worker(), RunOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        original.close();
        desk.close();
    }

    @Test
    void theRestoredAmalgamationDiffersInNothingButWhereItsFilesAre() throws Exception {
        try (Workspace restored = desk.open(exported)) {
            assertThat(withoutFiles(restored.document().state().graph())).isEqualTo(withoutFiles(typing.graph()));
            assertThat(restored.name()).isEqualTo("figure-3");
            assertThat(restored.file()).isEmpty();
            assertThat(restored.restored().orElseThrow().missing()).containsExactly("chelsea.png");
            assertThat(restored.restored().orElseThrow().taken())
                    .contains("mobilenet-v1.onnx", "imagenet-labels.json", "photos.npy");
        }
    }

    private static Amalgamation withoutFiles(Amalgamation graph) {
        return FileRefs.map(graph, _ -> FileRef.unseen("somewhere"));
    }

    @Test
    void itAnswersBitForBitAsBefore() throws Exception {
        Map<NodeId, Tensor> photo = Map.of(
                new NodeId("photo"), Pictures.read(SAMPLE.resolve("photos").resolve("coffee.png")));
        try (Workspace restored = desk.open(exported)) {
            RunReport again = restored.engine()
                    .runNodes(restored.settled().typing(), photo, RunOptions.DEFAULT, EngineListener.NONE);
            RunReport before = original.engine().runNodes(typing, photo, RunOptions.DEFAULT, EngineListener.NONE);
            assertThat(again.results()).hasSize(4).isEqualTo(before.results());
        }
    }

    @Test
    void filesThatAreThereAreFoundByTheirHash() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        for (String file : new String[] {"models/mobilenet-v1.onnx", "photos/chelsea.png"}) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(SAMPLE.resolve(file), project.resolve(file));
        }
        Path model = Files.copy(exported, project.resolve("figure-3.onnx"));
        Restored restored = Restoration.restore(model, folder.resolve("not-needed"));
        assertThat(restored.found()).containsExactlyInAnyOrder("mobilenet-v1.onnx", "chelsea.png");
        assertThat(restored.missing()).isEmpty();
        assertThat(FileRefs.of(restored.graph()))
                .anySatisfy(file -> assertThat(Path.of(file.path()))
                        .isEqualTo(project.resolve("models/mobilenet-v1.onnx").toAbsolutePath()));
    }

    @Test
    void aFileOfTheSameNameThatIsAnotherIsNotTaken() throws Exception {
        Path project = Files.createDirectory(folder.resolve("other"));
        Files.writeString(project.resolve("mobilenet-v1.onnx"), "another");
        Path model = Files.copy(exported, project.resolve("figure-3.onnx"));
        Restored restored = Restoration.restore(model, project.resolve("taken"));
        assertThat(restored.found()).isEmpty();
        assertThat(restored.taken()).contains("mobilenet-v1.onnx");
    }

    @Test
    void itSaysWhatItIsMadeOfAndWhatItsOutputsMean() throws Exception {
        Map<String, String> notes = OnnxModel.read(exported).inspect().metadata();
        assertThat(notes.get(FileNotes.MADE_OF))
                .contains("\"component\": \"mobilenet-v1.onnx\"", "\"version\": \"1.0.0\"", "ee329b36fb152d9a")
                .doesNotContain("chelsea");
        assertThat(notes.get(FileNotes.OUTPUTS)).contains("\"watch\"", "\"representation\": \"hard independent\"");
    }

    @Test
    void whatFlowsInAndTheFoldersOfWhoeverExportsStayAtHome() throws Exception {
        String packed = OnnxModel.read(exported).inspect().metadata().get(FileNotes.PROJECT);
        PackedProject project = PackedProject.parse(packed, "it", Limits.DEFAULT);
        assertThat(project.files().values()).noneMatch(bytes -> bytes.length > 100_000);
        assertThat(FileRefs.of(project.graph()))
                .allMatch(file -> !Path.of(file.path()).isAbsolute());
    }

    @Test
    void theProjectCanBeLeftOut() throws Exception {
        Path without = folder.resolve("without.onnx");
        exporter().export(typing, "figure-3", without, ExportOptions.DEFAULT.withProject(false));
        assertThat(OnnxModel.read(without).inspect().metadata()).containsOnlyKeys(FileNotes.MADE_OF, FileNotes.OUTPUTS);
        assertThat(Restoration.isPossible(without)).isFalse();
        assertThat(refusal(without).code()).isEqualTo("no-project");
    }

    @Test
    void aProjectThatUnpacksWithoutEndIsRefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("project.amalgam"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i <= Limits.DEFAULT.projectBytes() >> 20; i++) {
                zip.write(nothing);
            }
        }
        String bomb = Base64.getEncoder().encodeToString(bytes.toByteArray());
        assertThat(bomb.length()).isLessThan(200_000);
        assertThat(refusal(carrying(bomb, "{\"parts\": [], \"weights\": []}")).code())
                .isEqualTo("too-large");
    }

    @Test
    void aFileThatIsNotWhatItsHashSaysIsRefused() throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>(Map.of("0".repeat(64), new byte[] {1}));
        String packed = new PackedProject(Amalgamation.EMPTY, files).print();
        assertThat(refusal(carrying(packed, "{\"parts\": [], \"weights\": []}")))
                .hasMessageContaining("is not what it says");
    }

    @Test
    void damagedProjectsAreRefusedInASentence() throws Exception {
        String project = packed("models/m.onnx");
        assertThat(refusal(carrying("no Base64!", "{}")).code()).isEqualTo("bad-project");
        assertThat(refusal(carrying("", "{}"))).hasMessageContaining("no amalgamation");
        assertThat(refusal(carrying(project, "{}"))).hasMessageContaining("list of components");
        assertThat(refusal(carrying(project, part("no such tensor")))).hasMessageContaining("no such tensor");
    }

    @Test
    void aStrangersNamesLeadNowhere() throws Exception {
        Path shelf = folder.resolve("shelf");
        Path model = carrying(packed("../../outside.onnx"), part("out"));
        Restored restored = Restoration.restore(model, shelf);
        assertThat(restored.taken()).containsExactly("outside.onnx");
        assertThat(shelf.resolve("outside.onnx")).isRegularFile();
        OnnxModel component = OnnxModel.read(shelf.resolve("outside.onnx"));
        assertThat(component.inspect().operators()).containsOnlyKeys("Relu");
        assertThat(component.inspect().outputs()).extracting("name").containsExactly("mine");
        assertThat(component.inspect().inputs()).extracting("name").containsExactly("in", "unused");
    }

    private static String packed(String path) throws ProjectException {
        String text = """
            {"schema": 2, "nodes": {"part": {"kind": "onnx", "settings": {
              "model": {"path": "%s", "sha256": "%s"}}}}, "wires": [], "layout": {"part": [0, 0]}}
            """.formatted(path, "1".repeat(64));
        return new PackedProject(AmalgamFile.parse(text, "it"), new TreeMap<>()).print();
    }

    private static String part(String tensor) {
        return """
            {"parts": [{"node": "part", "setting": "model", "scope": "part",
              "inputs": [{"name": "in", "tensor": "x", "element": "float32", "sizes": ["N", 3]}, {"name": "unused"}],
              "taps": [{"name": "mine", "tensor": "%s"}]}], "weights": []}
            """.formatted(tensor);
    }

    private static Path carrying(String project, String parts) throws Exception {
        dev.amalgam.onnx.GraphBuilder builder = new dev.amalgam.onnx.GraphBuilder("g");
        var type = dev.amalgam.tensor.TensorType.parse("float32[N,3]");
        var x = builder.input("x", type);
        builder.output("out", builder.scope("part").op("Relu", x), type);
        SortedMap<String, String> notes = new TreeMap<>(Map.of(FileNotes.PROJECT, project, FileNotes.PARTS, parts));
        Path file = Files.createTempDirectory(folder, "stranger").resolve("model.onnx");
        builder.build().noted(notes).write(file);
        return file;
    }

    private static ProjectException refusal(Path file) {
        return catchThrowableOfType(ProjectException.class, () -> Restoration.restore(file, folder.resolve("refused")));
    }

    @Test
    void theTextIsTheSameForTheSameProject() throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        PackedProject project = new PackedProject(typing.graph(), files);
        assertThat(project.print()).isEqualTo(project.print());
        assertThat(new String(Base64.getDecoder().decode(project.print()), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
    }
}
