package dev.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.onnx.Disguise;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.JsonText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code amalgam merge} makes, and what it prints. */
class MergeCommandTest {
    private static final Path MOBILENET = Path.of("samples/figure-3/models/mobilenet-v1.onnx");

    private static final Designer NO_WINDOW = new Designer() {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public void open(Optional<Path> file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LiveState snapshot(Path file, Map<String, Path> inputs, Path picture, Size size, Look look) {
            throw new UnsupportedOperationException();
        }
    };

    @TempDir
    private Path folder;

    private static String run(int exit, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        assertThat(AmalgamCli.execute(NO_WINDOW, new PrintWriter(out), new PrintWriter(err), words))
                .as(err.toString())
                .isEqualTo(exit);
        return exit == Exit.DONE ? out.toString() : err.toString();
    }

    private Path second(String name, int classes, int opset) throws Exception {
        OnnxModel model = OnnxModel.read(MOBILENET);
        Path file = folder.resolve(name);
        Disguise.withHead(model, "global_average_pooling2d_1", 1024, classes, opset)
                .write(file);
        return file;
    }

    @Test
    void twoMobileNetsBecomeOneBottomAndTwoHeads() throws Exception {
        Path flowers = second("flowers.onnx", 5, 17);
        Path target = folder.resolve("both.amalgam");
        Map<?, ?> json = (Map<?, ?>)
                JsonText.parse(run(Exit.DONE, "merge", MOBILENET, flowers, "-o", target, "--json"), "standard output");
        assertThat(json.get("exact")).isEqualTo(true);
        assertThat(json.get("operators")).isEqualTo(82L);
        assertThat(json.get("boundary")).isEqualTo(List.of("global_average_pooling2d_1"));
        assertThat(((Map<?, ?>) json.get("proof")).get("equal")).isEqualTo(true);
        Map<?, ?> shared = (Map<?, ?>) ((Map<?, ?>) json.get("sharing")).get("shared");
        long heads = 4L * (1024 * 5 + 5);
        assertThat(((Number) shared.get("fileBytes")).longValue())
                .isLessThanOrEqualTo((long) (1.02 * Files.size(MOBILENET)) + heads);
        Amalgamation made = AmalgamFile.read(target);
        assertThat(made.nodes())
                .extracting(Node::kind)
                .containsExactlyInAnyOrder("noise", "onnx", "onnx", "onnx", "output", "output");
        run(Exit.DONE, "validate", target);
        Path exported = folder.resolve("both.onnx");
        run(Exit.DONE, "export", target, "-o", exported);
        assertThat(OnnxModel.read(exported).inspect().operators()).containsEntry("Conv", 28);
        assertThat(Files.size(exported)).isLessThanOrEqualTo((long) (1.02 * Files.size(MOBILENET)) + heads);
    }

    @Test
    void theModelsStayAsTheyAreAndTheRestsAreStepsOfRecipes() throws Exception {
        Path dogs = second("dogs.onnx", 3, 11);
        String before = OnnxModel.read(dogs).sha256();
        Path target = folder.resolve("x.amalgam");
        run(Exit.DONE, "merge", MOBILENET, dogs, "-o", target);
        assertThat(OnnxModel.read(dogs).sha256()).isEqualTo(before);
        Value file = AmalgamFile.read(target)
                .node(new NodeId("dogs"))
                .orElseThrow()
                .settings()
                .get("model")
                .orElseThrow();
        assertThat(file).isEqualTo(new Value.FileRef("dogs.onnx", before, ""));
        assertThat(Files.readString(target)).contains("\"step\": \"cut\"");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(dogs, target);
        }
    }

    @Test
    void modelsWithNothingInCommonAreToldSoAndNothingIsWritten() throws Exception {
        Path moved = folder.resolve("moved.onnx");
        Disguise.moved(OnnxModel.read(MOBILENET), 0.9e-3f).write(moved);
        Path target = folder.resolve("x.amalgam");
        assertThat(run(Exit.NO, "merge", MOBILENET, moved, "-o", target))
                .contains("mobilenet-v1, moved differ", "tolerance of 1e-3");
        assertThat(target).doesNotExist();
        assertThat(run(Exit.DONE, "merge", MOBILENET, moved, "-o", target, "--tolerance", "1e-3"))
                .contains("weights at most", "Largest difference");
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThat(run(Exit.FILE, "merge", MOBILENET, "no-such.onnx", "-o", folder.resolve("x.amalgam")))
                .contains("no-such.onnx");
    }

    @Test
    void aToleranceMustBeANumberFromZeroOn() {
        assertThat(run(Exit.USAGE, "merge", MOBILENET, MOBILENET, "-o", "x.amalgam", "--tolerance", "-1"))
                .contains("from 0 on");
        assertThat(run(Exit.USAGE, "merge", MOBILENET, "-o", "x.amalgam")).contains("MODEL");
    }
}
