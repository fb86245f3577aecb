package dev.amalgam.desk.recipe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.export.Certificate;
import dev.amalgam.export.OnnxExport;
import dev.amalgam.export.Verdict;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.StepText;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe of a node from end to end: set, typed, run, exported, saved, opened again, undone. */
class RecipeInDocumentTest {
    private static final Path SAMPLE = Path.of("samples/figure-3/figure-3.amalgam");
    private static final Path MODEL = Path.of("samples/figure-3/models/mobilenet-v1.onnx");
    private static final NodeId BOTTOM = new NodeId("shared bottom");

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

    private static Edit recipe(String... steps) throws Exception {
        List<Value> rows = new ArrayList<>();
        for (String step : steps) {
            rows.add(StepText.parse(step, RecipeSetting.RECIPE));
        }
        return new Edit.Change(BOTTOM, "recipe", Optional.of(new Value.Items(rows)));
    }

    private static Tensor logits(Workspace workspace) throws Exception {
        Typing typing = workspace.settled().typing();
        assertThat(typing.problems()).isEmpty();
        RunReport report = workspace.engine().runNodes(typing, Map.of(), RunOptions.DEFAULT, EngineListener.NONE);
        assertThat(report.problems()).isEmpty();
        return requireNonNull(report.nodes().get(BOTTOM)).outputs().get("logits");
    }

    @Test
    void everyStepIsAnEditThatIsRunSavedAndUndone() throws Exception {
        String original = OnnxModel.read(MODEL).sha256();
        Path copy = folder.resolve("copy.amalgam");
        try (Workspace workspace = desk.open(SAMPLE)) {
            Tensor before = logits(workspace);
            assertThat(workspace.document().apply(recipe("float16", "rename what=input old=image new=pixels")))
                    .isEmpty();
            // The wire led to an input that has another name now: the node says so, and undo brings all back.
            assertThat(workspace.settled().typing().problems()).isNotEmpty();
            workspace.document().undo();
            assertThat(logits(workspace)).isEqualTo(before);

            workspace
                    .document()
                    .apply(recipe(
                            "float16",
                            "fold",
                            "tidy",
                            "cut to=flatten_1 to=conv_pw_13_relu to=global_average_pooling2d_1"));
            Tensor after = logits(workspace);
            assertThat(after).isNotEqualTo(before);
            assertThat(Effect.differences(Map.of("logits", before), Map.of("logits", after)))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.largest()).isLessThan(0.1);
                        assertThat(it.agreement()).hasValue(1);
                    });

            workspace.saveAs(copy);
            assertThat(Files.readString(copy)).contains("{\"step\": \"float16\"}");
            try (Workspace again = desk.open(copy)) {
                assertThat(again.document().state().graph())
                        .isEqualTo(workspace.document().state().graph());
                assertThat(logits(again)).isEqualTo(after);
            }
            Path file = folder.resolve("out.onnx");
            Certificate certificate = new OnnxExport(workspace.engine(), desk.worker(), RunOptions.DEFAULT)
                    .export(workspace.settled().typing(), "out", file);
            assertThat(certificate.verdict()).isNotEqualTo(Verdict.DIFFERS);

            workspace.document().undo();
            assertThat(logits(workspace)).isEqualTo(before);
        }
        assertThat(OnnxModel.read(MODEL).sha256()).isEqualTo(original);
        assertThat(AmalgamFile.print(AmalgamFile.read(copy))).isEqualTo(Files.readString(copy));
    }

    @Test
    void aStepThatCannotBeMadeIsAProblemOfItsNode() throws Exception {
        try (Workspace workspace = desk.open(SAMPLE)) {
            workspace.document().apply(recipe("tidy", "delete tensor=conv_1"));
            assertThat(workspace.settled().typing().problems()).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo("bad-step");
                assertThat(problem.node()).contains(BOTTOM);
                assertThat(problem.message()).startsWith("Step 2, delete: no operator of");
                assertThat(problem.remedy()).isEqualTo("Choose 'conv1'");
            });
        }
    }

    @Test
    void anotherFileThanTheRecipeWasMadeForIsTold() throws Exception {
        Path model = Files.copy(MODEL, folder.resolve("model.onnx"));
        Path file = folder.resolve("own.amalgam");
        try (Workspace workspace = desk.open(SAMPLE)) {
            workspace.document().apply(recipe("tidy"));
            Value own = workspace.reference(model);
            workspace.document().apply(new Edit.Change(BOTTOM, "model", Optional.of(own)));
            workspace.saveAs(file);
        }
        OnnxModel.read(MODEL).cut(List.of("flatten_1")).write(model);
        try (Workspace again = desk.open(file)) {
            assertThat(again.settled().problems()).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo("hash-mismatch");
                assertThat(problem.message())
                        .startsWith("model.onnx is not the file that was saved")
                        .endsWith("; the recipe was made for that one");
            });
        }
    }
}
