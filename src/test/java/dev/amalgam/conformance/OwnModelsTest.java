package dev.amalgam.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.conformance.Trial.Outcome;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.OwnModels;
import dev.amalgam.onnx.OwnModels.Own;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Conformance} asks of the models of ONNX, of models of our own making, in each build. */
class OwnModelsTest {
    private static Desk desk;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static List<Own> models() {
        return OwnModels.all();
    }

    @Test
    void thereAreAtLeastSixty() {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(models()).extracting(Own::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void rewritingChangesNothing(Own own) throws Exception {
        Path model = file(own);
        Outcome bare = bare(own, model);
        assertThat(bare.failure()).isEmpty();
        assertThat(trial().rewritten(model, own.inputs(), Set.copyOf(outputs(model))))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("models")
    void asComponentThatIsExportedItGivesTheSame(Own own) throws Exception {
        Path model = file(own);
        Outcome exported = trial().exported(model, own.inputs(), outputs(model));
        assertThat(exported).isEqualTo(bare(own, model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void cutAtAnyTensorAndJoinedAgainItGivesTheSame(Own own) throws Exception {
        Path model = file(own);
        CutAndJoin joints = new CutAndJoin(desk, folder);
        assertThat(joints.differences(model, own.inputs(), Integer.MAX_VALUE)).isEmpty();
    }

    private Outcome bare(Own own, Path model) throws Exception {
        return trial().run(model, own.inputs(), Set.copyOf(outputs(model)));
    }

    private Trial trial() {
        return new Trial(desk, folder);
    }

    private Path file(Own own) throws IOException {
        return Files.write(folder.resolve("own.onnx"), own.bytes());
    }

    private static List<String> outputs(Path model) throws IOException {
        return OnnxModel.read(model).inspect().outputs().stream()
                .map(Inspection.Value::name)
                .toList();
    }
}
