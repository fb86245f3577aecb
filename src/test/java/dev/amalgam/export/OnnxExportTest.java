package dev.amalgam.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.onnx.Form;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample as one file. */
class OnnxExportTest {
    private static final Path FOLDER = Path.of("samples/figure-3");

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Workspace workspace;
    private static Typing typing;
    private static Path model;
    private static Certificate certificate;

    @BeforeAll
    static void export() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(FOLDER.resolve("figure-3.amalgam"));
        typing = workspace.settled().typing();
        model = folder.resolve("figure-3.onnx");
        certificate = exporter().export(typing, "figure-3", model);
    }

    private static OnnxExport exporter() {
        return new OnnxExport(workspace.engine(), desk.worker(), RunOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        workspace.close();
        desk.close();
    }

    @Test
    void inputsAndOutputsKeepTheNamesOfTheirNodes() throws Exception {
        Inspection inside = OnnxModel.read(model).inspect();
        assertThat(inside.inputs()).singleElement().satisfies(input -> {
            assertThat(input.name()).isEqualTo("photo");
            assertThat(input.typeText()).isEqualTo("uint8[height,width,3]");
        });
        assertThat(inside.outputs().stream().map(Inspection.Value::name))
                .containsExactlyInAnyOrder("localise", "recognise", "decide", "watch");
    }

    @Test
    void theSharedBottomIsInTheFileOnce() throws Exception {
        OnnxModel bottom = OnnxModel.read(FOLDER.resolve("models/mobilenet-v1.onnx"));
        Inspection fused = OnnxModel.read(model).inspect();
        assertThat(fused.weightBytes() - bottom.inspect().weightBytes()).isBetween(0L, 100_000L);
    }

    @Test
    void onlyOperatorsOfTheStandardAreUsed() throws Exception {
        Inspection fused = OnnxModel.read(model).inspect();
        assertThat(fused.opset().keySet()).isSubsetOf("", "ai.onnx.ml");
        assertThat(fused.irVersion()).isEqualTo(8);
        assertThat(fused.opset().get("")).isLessThanOrEqualTo(22);
    }

    @Test
    void equalAmalgamationsGiveEqualBytes() throws Exception {
        Path again = folder.resolve("again.onnx");
        exporter().export(typing, "figure-3", again);
        assertThat(Files.mismatch(model, again)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chelsea.png",
                "coffee.png",
                "rocket.jpg",
                "march-pastoral.jpg",
                "nagasaki-boats.jpg",
                "allium-oreophilum.jpg"
            })
    void fusedAnswersAsNodeByNode(String photo) throws Exception {
        Map<NodeId, Tensor> given = Map.of(
                new NodeId("photo"), Pictures.read(FOLDER.resolve("photos").resolve(photo)));
        RunReport nodes = workspace.engine().runNodes(typing, given, RunOptions.DEFAULT, EngineListener.NONE);
        Map<String, Tensor> expected = new HashMap<>();
        nodes.results().forEach((node, tensor) -> expected.put(node.name(), tensor));
        Trial trial = Trial.of(photo, Map.of("photo", given.values().iterator().next()), expected);
        assertThat(expected).hasSize(4);
        new Parity(desk.worker(), RunOptions.DEFAULT)
                .compare(model, trial)
                .forEach((name, output) -> assertThat(output.difference().within())
                        .as("%s: %s", name, output.difference().why())
                        .isTrue());
    }

    @Test
    void theCertificateSurvivesTheFile() throws Exception {
        Certificate read = Certificate.read(Certificate.pathFor(model));
        assertThat(read.sha256()).isEqualTo(certificate.sha256());
        assertThat(read.verdict()).isEqualTo(certificate.verdict()).isNotEqualTo(Verdict.DIFFERS);
        assertThat(read.seeded()).isEqualTo(certificate.seeded());
        assertThat(Files.readString(Certificate.pathFor(model)))
                .contains("\"maxAbsoluteDifference\"", "\"maxUlpDifference\"", "\"runtime\": \"ONNX Runtime 1.29.0\"");
    }

    @Test
    void verifyHoldsForTheFileAsItIs() throws Exception {
        assertThat(Verification.of(model, desk.worker(), RunOptions.DEFAULT).holds())
                .isTrue();
    }

    @Test
    void verifyFailsWhenOneByteChanges() throws Exception {
        Path changed = folder.resolve("changed.onnx");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        Files.copy(Certificate.pathFor(model), Certificate.pathFor(changed));
        Verification verification = Verification.of(changed, desk.worker(), RunOptions.DEFAULT);
        assertThat(verification.holds()).isFalse();
        assertThat(verification.sentence()).contains("SHA-256");
    }

    @Test
    void verifyRunsTheFileAndDoesNotOnlyCompareHashes() throws Exception {
        Path lying = folder.resolve("lying.onnx");
        Files.copy(model, lying);
        String text = Files.readString(Certificate.pathFor(model));
        // The seeded trial comes last; the certificate now claims another text for its first answer.
        int at = text.lastIndexOf("\"strings\": [\"") + "\"strings\": [\"".length();
        Files.writeString(Certificate.pathFor(lying), text.substring(0, at) + "unicorn " + text.substring(at));
        Verification verification = Verification.of(lying, desk.worker(), RunOptions.DEFAULT);
        assertThat(verification.holds()).isFalse();
        assertThat(verification.sentence()).contains("unicorn");
    }

    @Test
    void aMissingOrForeignCertificateIsRefusedInASentence() throws Exception {
        Path alone = folder.resolve("alone.onnx");
        Files.copy(model, alone);
        assertThatThrownBy(() -> Verification.of(alone, desk.worker(), RunOptions.DEFAULT))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("certificate");
        Files.writeString(Certificate.pathFor(alone), "{\"certificate\": 1}");
        assertThatThrownBy(() -> Verification.of(alone, desk.worker(), RunOptions.DEFAULT))
                .hasMessageContaining("not a certificate");
    }

    @Test
    void nodesCanBeFunctions() throws Exception {
        Path functions = folder.resolve("functions.onnx");
        Certificate proof = exporter().export(typing, "figure-3", functions, ExportOptions.DEFAULT.as(Form.FUNCTIONS));
        assertThat(proof.verdict()).isEqualTo(certificate.verdict());
        OnnxModel read = OnnxModel.read(functions);
        assertThat(read.inspect().operators()).containsEntry("amalgam.node::shared_bottom", 1);
        assertThat(read.inspect().interior()).hasSizeLessThan(25);
        assertThat(read.inspect().weightBytes())
                .isEqualTo(OnnxModel.read(model).inspect().weightBytes());
    }

    @Test
    void weightsBeyondALimitGoIntoAFileBesideIt() throws Exception {
        Path large = Files.createDirectory(folder.resolve("large")).resolve("large.onnx");
        ExportOptions choices = ExportOptions.DEFAULT.withMostInside(1 << 20);
        exporter().export(typing, "figure-3", large, choices);
        Path data = DataFiles.of(large).getFirst();
        assertThat(Files.size(large)).isLessThan(1 << 20);
        assertThat(Files.size(data)).isGreaterThan(16 << 20);
        assertThat(OnnxModel.read(large).inspect().weightBytes())
                .isEqualTo(OnnxModel.read(model).inspect().weightBytes());
        assertThat(Verification.of(large, desk.worker(), RunOptions.DEFAULT).holds())
                .isTrue();
        byte[] before = Files.readAllBytes(large);
        exporter().export(typing, "figure-3", large, choices);
        assertThat(Files.readAllBytes(large)).isEqualTo(before);
        assertThat(DataFiles.of(large)).containsExactly(data);

        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
        assertThat(Verification.of(large, desk.worker(), RunOptions.DEFAULT).sentence())
                .contains("not the one that was certified");
        OnnxExport.write(typing, "figure-3", large, ExportOptions.DEFAULT);
        assertThat(DataFiles.of(large)).as("nothing refers to it any more").isEmpty();
        assertThat(Certificate.pathFor(large)).doesNotExist();
        assertThat(Files.mismatch(large, model)).isEqualTo(-1);
    }

    @Test
    void anAmalgamationWithProblemsIsNotExported() {
        Workspace blank = desk.blank();
        assertThatThrownBy(() ->
                        exporter().export(blank.document().state().typing(), "blank", folder.resolve("blank.onnx")))
                .isInstanceOf(ExportException.class);
        assertThat(folder.resolve("blank.onnx")).doesNotExist();
    }
}
