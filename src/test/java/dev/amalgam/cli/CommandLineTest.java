package dev.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState;
import dev.amalgam.onnx.Attributes;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.project.JsonText;
import dev.amalgam.tensor.TensorType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts rely on: what is printed where, the exit codes, and sentences instead of stack traces. */
class CommandLineTest {
    private static final Path SAMPLE = Path.of("samples/figure-3").toAbsolutePath();
    private static final String FIGURE = SAMPLE.resolve("figure-3.amalgam").toString();
    private static final String MODEL =
            SAMPLE.resolve("models/mobilenet-v1.onnx").toString();

    @TempDir
    private Path folder;

    private record Ended(int exit, String out, String err) {
        Map<?, ?> json() throws IOException {
            return (Map<?, ?>) JsonText.parse(out, "standard output");
        }
    }

    /** Commands here draw nothing. */
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

    private static Ended amalgam(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = AmalgamCli.execute(NO_WINDOW, new PrintWriter(out), new PrintWriter(err), arguments);
        assertThat(out + "" + err).doesNotContain("\tat dev.amalgam", "Exception in thread");
        return new Ended(exit, out.toString(), err.toString());
    }

    @Test
    void runPrintsOneJsonDocumentAndNothingElse() throws IOException {
        Ended ended = amalgam("run", FIGURE, "--json", "--in", "photo=" + SAMPLE.resolve("photos/coffee.png"));
        assertThat(ended.exit()).isZero();
        Map<?, ?> json = ended.json();
        assertThat(json.keySet().stream().map(String::valueOf))
                .containsExactly("file", "device", "runtime", "outputs", "nodes");
        List<?> outputs = (List<?>) json.get("outputs");
        Map<?, ?> decide = outputs.stream()
                .map(Map.class::cast)
                .filter(output -> "decide".equals(output.get("name")))
                .findFirst()
                .orElseThrow();
        assertThat(decide.get("type")).isEqualTo("string[1,6]");
        assertThat((String) decide.get("sha256")).matches("[0-9a-f]{64}");
        Map<?, ?> best = (Map<?, ?>) ((List<?>) decide.get("top")).getFirst();
        assertThat(best.get("label")).isEqualTo("espresso");
        assertThat((List<?>) json.get("nodes"))
                .hasSize(15)
                .allSatisfy(
                        node -> assertThat(((Map<?, ?>) node).keySet().stream().map(String::valueOf))
                                .containsExactly("id", "kind", "ms", "cached"));
    }

    @Test
    void runAsShippedSaysTheSame() throws IOException {
        Ended shipped = amalgam("run", FIGURE, "--as-shipped", "--out", folder.toString());
        assertThat(shipped.exit()).isZero();
        assertThat(Files.readString(folder.resolve("decide.txt"))).startsWith("Egyptian cat 0.5");
        assertThat(folder.resolve("localise.npy")).exists();
    }

    @Test
    void howItRunsIsOfTheFileUnlessAnOptionSaysOtherwise() throws IOException {
        Path file = folder.resolve("gpu.amalgam");
        Files.writeString(
                file,
                "{\"schema\": 2, \"nodes\": {\"x\": {\"kind\": \"tensor\"}, \"y\": {\"kind\": \"output\"}},"
                        + " \"wires\": [\"x.value -> y.value\"], \"run\": {\"device\": \"cuda:42\"}}");
        Ended asInFile = amalgam("run", file.toString());
        assertThat(asInFile.exit()).as(asInFile.err()).isZero();
        assertThat(asInFile.err()).startsWith("Runs on the processor: ").endsWith("." + System.lineSeparator());
        Ended overridden =
                amalgam("run", file.toString(), "--device", "cpu", "--threads", "1", "--optimisation", "none");
        assertThat(overridden.exit()).isZero();
        assertThat(overridden.err()).isEmpty();
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThat(amalgam("run", FIGURE, "--threads", "-1").err()).startsWith("--threads takes 0 to 1024, not -1.");
        assertThat(amalgam("run", FIGURE, "--device", "My GPU").exit()).isEqualTo(Exit.USAGE);
        assertThat(amalgam("export", FIGURE, "-o", "x.onnx", "--optimisation", "most")
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    private Path photos() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Files.copy(SAMPLE.resolve("photos/rocket.jpg"), photos.resolve("c.jpg"));
        Files.copy(SAMPLE.resolve("photos/coffee.png"), photos.resolve("a.png"));
        Files.writeString(photos.resolve("LICENCE.md"), "no picture, and not called one");
        Files.createDirectory(photos.resolve("more.png"));
        return photos;
    }

    @Test
    void runTakesEachPictureOfAFolder() throws IOException {
        Path out = folder.resolve("out");
        Ended ended = amalgam("run", FIGURE, "--in", "photo=" + photos(), "--out", out.toString());
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).containsSubsequence("a.png\n", "espresso", " ms on ", "c.jpg\n", "missile", " ms on ");
        assertThat(ended.out()).doesNotContain("LICENCE", "more.png");
        assertThat(out.resolve("a.png").resolve("decide.txt")).content().startsWith("espresso");
        assertThat(out.resolve("c.jpg").resolve("decide.txt")).content().startsWith("missile");
    }

    @Test
    void aPictureThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        Path photos = photos();
        Files.writeString(photos.resolve("0.png"), "not a picture");
        Files.writeString(photos.resolve("b.png"), "not a picture");
        Files.copy(SAMPLE.resolve("gallery/photos.npy"), photos.resolve("d.npy"));
        Ended ended = amalgam("run", FIGURE, "--json", "--in", "photo=" + photos);
        assertThat(ended.exit()).isEqualTo(Exit.FILE);
        assertThat(ended.err()).containsSubsequence("0.png: photo: ", "b.png: photo: ", "d.npy: photo: ");
        List<Map<?, ?>> frames = ((List<?>) ended.json().get("frames"))
                .stream().<Map<?, ?>>map(frame -> (Map<?, ?>) frame).toList();
        assertThat(frames)
                .extracting(frame -> String.valueOf(frame.get("input")))
                .containsExactly("0.png", "a.png", "b.png", "c.jpg", "d.npy");
        assertThat(frames)
                .extracting(frame -> frame.containsKey("outputs"))
                .containsExactly(false, true, false, true, false);
        assertThat(frames.get(1).get("outputs").toString()).contains("espresso");
        assertThat(frames.get(2).get("problems").toString()).contains("bad-picture");
        assertThat(frames.get(4).get("problems").toString()).contains("types-disagree");
    }

    @Test
    void aFolderWithoutPicturesIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ended ended = amalgam("run", FIGURE, "--in", "photo=" + empty);
        assertThat(ended.exit()).isEqualTo(Exit.FILE);
        assertThat(ended.err()).contains("There is no picture", "empty");
        assertThat(amalgam("run", FIGURE, "--in", "photo=" + empty, "--in", "other=" + empty)
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void inspectTellsWhatIsInsideAModel() throws IOException {
        Map<?, ?> json = amalgam("inspect", MODEL, "--json").json();
        assertThat(json.get("irVersion")).isEqualTo(8L);
        assertThat((Long) json.get("parameters")).isBetween(4_200_000L, 4_300_000L);
        assertThat((List<?>) json.get("taps")).anySatisfy(tap -> {
            Map<?, ?> encoding = (Map<?, ?>) tap;
            assertThat(encoding.get("tensor")).isEqualTo("conv_pw_13_relu");
            assertThat(encoding.get("operator")).isEqualTo("Clip");
            assertThat(encoding.get("type").toString()).endsWith(",1024,7,7]");
            assertThat(encoding.get("representation")).isEqualTo("encoding");
        });
    }

    @Test
    void cutTakesThePartThatLeadsToATap() throws IOException {
        Path part = folder.resolve("part.onnx");
        assertThat(amalgam("cut", MODEL, "--tap", "conv_pw_13_relu", "-o", part.toString())
                        .exit())
                .isZero();
        Map<?, ?> json = amalgam("inspect", part.toString(), "--json").json();
        assertThat((List<?>) json.get("outputs"))
                .singleElement()
                .satisfies(
                        output -> assertThat(((Map<?, ?>) output).get("name")).isEqualTo("conv_pw_13_relu"));
        assertThat((Long) json.get("parameters")).isLessThan(4_000_000L);
        Ended unknown = amalgam("cut", MODEL, "--tap", "conv_pw_13_rel", "-o", part.toString());
        assertThat(unknown.exit()).isEqualTo(Exit.USAGE);
        assertThat(unknown.err()).contains("conv_pw_13_relu");
    }

    @Test
    void cutGivesATensorInsideTheTypeThatTheRuntimeTells() throws IOException {
        Path part = folder.resolve("upper.onnx");
        String[] cut = {"cut", MODEL, "--from", "conv_pw_13_relu", "--tap", "flatten_1", "-o", part.toString()};
        assertThat(amalgam(cut).exit()).isZero();
        Map<?, ?> json = amalgam("inspect", part.toString(), "--json").json();
        assertThat((List<?>) json.get("inputs")).singleElement().satisfies(input -> {
            assertThat(((Map<?, ?>) input).get("name")).isEqualTo("conv_pw_13_relu");
            assertThat(((Map<?, ?>) input).get("type").toString()).endsWith(",1024,7,7]");
        });
    }

    @Test
    void editMakesStepsAndTellsWhatTheyChange() throws IOException {
        Path small = folder.resolve("small.onnx");
        String[] edit = {"edit", MODEL, "--step", "float16", "--step", "tidy", "-o", small.toString(), "--json"};
        Map<?, ?> json = amalgam(edit).json();
        assertThat((Long) json.get("weightBytes")).isLessThan((Long) json.get("weightBytesBefore") * 51 / 100);
        assertThat((List<?>) json.get("outputs")).singleElement().satisfies(output -> {
            assertThat(((Map<?, ?>) output).get("name")).isEqualTo("probabilities");
            assertThat((Double) ((Map<?, ?>) output).get("sameBest")).isEqualTo(1.0);
            assertThat((Double) ((Map<?, ?>) output).get("largestDifference")).isLessThan(0.05);
        });
        Ended refused = amalgam("edit", MODEL, "--step", "delete tensor=conv_1", "-o", small.toString());
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.err()).contains("Step 1, delete: no operator of").contains("Choose 'conv1'.");
        assertThat(amalgam("edit", MODEL, "--step", "blur", "-o", small.toString())
                        .err())
                .contains("There is no step named 'blur'. Use one of cut, rename");
        assertThat(amalgam("edit", MODEL, "--step", "fold", "-o", MODEL).exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void aBatchThatMixesExamplesIsNotWritten() throws IOException {
        GraphBuilder builder = new GraphBuilder("mixing");
        Ref x = builder.input("x", TensorType.parse("float32[1,4]"));
        Ref mixed = builder.scope("m").op("Softmax", Attributes.of("axis", 0), x);
        builder.output("y", mixed, TensorType.parse("float32[1,4]"));
        Path model = folder.resolve("mixing.onnx");
        builder.build().write(model);
        Path any = folder.resolve("any.onnx");
        Ended refused = amalgam("edit", model.toString(), "--step", "batch", "-o", any.toString());
        assertThat(refused.exit()).isEqualTo(Exit.NO);
        assertThat(refused.err())
                .contains("The model cannot take several examples at once: 'y' of 2 examples at once differs by");
        assertThat(any).doesNotExist();
    }

    @Test
    void exportThenVerifyThenOneByte() throws IOException {
        Path model = folder.resolve("out.onnx");
        assertThat(amalgam("export", FIGURE, "--to", "onnx", "-o", model.toString())
                        .exit())
                .isZero();
        assertThat(folder.resolve("out.onnx.parity.json")).exists();
        assertThat(amalgam("verify", model.toString()).exit()).isZero();
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 100] ^= 4;
        Files.write(model, bytes);
        Ended ended = amalgam("verify", model.toString());
        assertThat(ended.exit()).isEqualTo(Exit.NO);
        assertThat(ended.out()).contains("SHA-256");
    }

    @Test
    void anExportedFileIsRunAndRestored() throws IOException {
        Path model = folder.resolve("figure.onnx");
        assertThat(amalgam("export", FIGURE, "-o", model.toString()).exit()).isZero();
        Path photo = Path.of("samples/figure-3/photos/coffee.png");
        Ended before = amalgam("run", FIGURE, "--json", "--in", "photo=" + photo);
        Ended after = amalgam("run", model.toString(), "--json", "--in", "photo=" + photo);
        assertThat(after.json().get("outputs")).isEqualTo(before.json().get("outputs"));
        Path back = folder.resolve("back.amalgam");
        Ended restored = amalgam("restore", model.toString(), "-o", back.toString());
        assertThat(restored.exit()).isZero();
        assertThat(restored.err()).contains("mobilenet-v1.onnx", "chelsea.png");
        Ended again = amalgam("run", back.toString(), "--json", "--in", "photo=" + photo);
        assertThat(again.json().get("outputs")).isEqualTo(before.json().get("outputs"));
        Ended none = amalgam("restore", MODEL, "-o", back.toString());
        assertThat(none.exit()).isNotZero();
        assertThat(none.err()).contains("does not carry");
    }

    @Test
    void aValidFileIsValid() throws IOException {
        Ended ended = amalgam("validate", FIGURE, "--json");
        assertThat(ended.exit()).isZero();
        assertThat(ended.json().get("valid")).isEqualTo(true);
    }

    static Stream<Arguments> badFiles() {
        String node = "{\"schema\":1,\"nodes\":{%s},\"wires\":[%s],\"layout\":{}}";
        String soft = "\"a\":{\"kind\":\"softmax\"},\"b\":{\"kind\":\"sigmoid\"}";
        return Stream.of(
                Arguments.of("syntax", "{\"schema\": 1,\n \"nodes\": oops}", "not-json", "line 2, column"),
                Arguments.of("newer", "{\"schema\":99,\"nodes\":{},\"wires\":[],\"layout\":{}}", "newer-schema", "99"),
                Arguments.of("unknown kind", node.formatted("\"a\":{\"kind\":\"magic\"}", ""), "unknown-kind", "magic"),
                Arguments.of(
                        "cycle",
                        node.formatted(
                                "\"a\":{\"kind\":\"softmax\"},\"b\":{\"kind\":\"softmax\"}",
                                "\"a.probabilities -> b.logits\",\"b.probabilities -> a.logits\""),
                        "cycle",
                        "circle"),
                Arguments.of(
                        "types disagree",
                        node.formatted(soft, "\"a.probabilities -> b.logits\""),
                        "types-disagree",
                        "soft conditional"),
                Arguments.of(
                        "missing model",
                        node.formatted(
                                "\"m\":{\"kind\":\"onnx\",\"settings\":{\"model\":{\"path\":\"gone.onnx\"}}}", ""),
                        "missing-file",
                        "gone.onnx"),
                Arguments.of(
                        "missing labels",
                        node.formatted(
                                "\"t\":{\"kind\":\"top-k\",\"settings\":{\"labels\":{\"path\":\"gone.json\"}}}", ""),
                        "missing-file",
                        "gone.json"),
                Arguments.of(
                        "bad setting",
                        node.formatted("\"a\":{\"kind\":\"softmax\",\"settings\":{\"temperature\":-1.0}}", ""),
                        "bad-setting",
                        "temperature"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void validateSaysWhatStandsAgainstAFile(String name, String text, String code, String quoted) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.amalgam"), text);
        Ended ended = amalgam("validate", file.toString(), "--json");
        assertThat(ended.exit()).isEqualTo(Exit.NO);
        assertThat(ended.json().get("valid")).isEqualTo(false);
        assertThat((List<?>) ended.json().get("problems")).anySatisfy(one -> {
            Map<?, ?> problem = (Map<?, ?>) one;
            assertThat(problem.keySet().stream().map(String::valueOf))
                    .containsExactly("severity", "code", "node", "port", "message", "remedy");
            assertThat(problem.get("code")).isEqualTo(code);
            assertThat(problem.get("message").toString()).contains(quoted);
            assertThat(problem.get("remedy").toString()).isNotBlank();
        });
        assertThat(amalgam("run", file.toString()).exit()).isIn(Exit.NO, Exit.FILE);
    }

    @Test
    void aModelThatIsNotTheOneThatWasSavedIsRefused() throws IOException {
        Files.copy(Path.of(MODEL), folder.resolve("m.onnx"));
        String zeros = "0".repeat(64);
        Path file = Files.writeString(
                folder.resolve("hash.amalgam"),
                ("{\"schema\":1,\"nodes\":{\"m\":{\"kind\":\"onnx\",\"settings\":{\"model\":"
                                + "{\"path\":\"m.onnx\",\"sha256\":\"%s\"}}}},\"wires\":[],\"layout\":{}}")
                        .formatted(zeros));
        Ended ended = amalgam("validate", file.toString());
        assertThat(ended.exit()).isEqualTo(Exit.NO);
        assertThat(ended.out()).contains("m: ", zeros, "Take the file as it is now");
    }

    @Test
    void filesThatAreNoModelsAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "this is a letter, not a model\n".repeat(20));
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        byte[] whole = Files.readAllBytes(Path.of(MODEL));
        Path half = Files.write(folder.resolve("half.onnx"), Arrays.copyOf(whole, whole.length / 2));
        for (Path bad : List.of(text, empty, half, folder.resolve("gone.onnx"))) {
            Ended ended = amalgam("inspect", bad.toString());
            assertThat(ended.exit()).as(bad.toString()).isEqualTo(Exit.FILE);
            assertThat(ended.err()).contains(bad.getFileName().toString());
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void picturesThatAreNoneOrTooLargeAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.png"), "not a picture");
        Path wide = folder.resolve("wide.png");
        ImageIO.write(new BufferedImage(30_000, 1, BufferedImage.TYPE_INT_RGB), "png", wide.toFile());
        Ended none = amalgam("run", FIGURE, "--in", "photo=" + text);
        assertThat(none.exit()).isEqualTo(Exit.FILE);
        assertThat(none.err()).contains("letter.png");
        Ended large = amalgam("run", FIGURE, "--in", "photo=" + wide);
        assertThat(large.exit()).isEqualTo(Exit.FILE);
        assertThat(large.err()).contains("30000 × 1 pixels");
    }

    @Test
    void validateReadsThePicturesToo() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.png"), "not a picture");
        String photo =
                "{\"schema\":1,\"nodes\":{\"photo\":{\"kind\":\"image\",\"settings\":{\"file\":{\"path\":\"%s\"}}}}}";
        for (String name : List.of(text.getFileName().toString(), "gone.png")) {
            Path file = Files.writeString(folder.resolve("a.amalgam"), photo.formatted(name));
            Ended ended = amalgam("validate", file.toString());
            assertThat(ended.exit()).as(name).isEqualTo(Exit.NO);
            assertThat(ended.out()).contains("photo: ", name);
            assertThat(amalgam("run", file.toString(), "--json").exit())
                    .as(name)
                    .isEqualTo(Exit.FILE);
        }
    }

    @Test
    void aPictureThatIsNotChosenYetIsAWarning() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.amalgam"), "{\"schema\":1,\"nodes\":{\"photo\":{\"kind\":\"image\"}}}");
        Ended ended = amalgam("validate", file.toString());
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("photo: ", "No file is chosen yet");
        assertThat(amalgam("run", file.toString()).exit()).isEqualTo(Exit.NO);
    }

    @Test
    void valuesOfAnotherTypeAreNoFailureOfTheRuntime() {
        Ended ended = amalgam("run", FIGURE, "--in", "photo=" + SAMPLE.resolve("gallery/photos.npy"));
        assertThat(ended.exit()).isEqualTo(Exit.NO);
        assertThat(ended.err()).contains("uint8", "float32");
    }

    @Test
    void anExportNeverReplacesWhatItIsMadeOf() throws IOException {
        Path model = Files.copy(Path.of(MODEL), folder.resolve("m.onnx"));
        Path file = Files.writeString(folder.resolve("a.amalgam"), """
            {"schema":1,"nodes":{"m":{"kind":"onnx","settings":{"model":{"path":"m.onnx"}}},
            "t":{"kind":"tensor","settings":{"shape":[1.0,3.0,224.0,224.0]}},"o":{"kind":"output"}},
            "wires":["t.value -> m.image","m.probabilities -> o.value"]}
            """);
        byte[] before = Files.readAllBytes(model);
        Ended over = amalgam("export", file.toString(), "-o", model.toString());
        assertThat(over.exit()).isEqualTo(Exit.FILE);
        assertThat(over.err()).contains("itself needs");
        assertThat(model).hasBinaryContent(before);
        assertThat(amalgam("export", file.toString(), "-o", file.toString()).exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void anExportThatCannotBeProvedLeavesWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("letter.png"), "not a picture");
        Path file = Files.writeString(folder.resolve("a.amalgam"), """
            {"schema":1,"nodes":{"photo":{"kind":"image","settings":{"file":{"path":"letter.png"}}},
            "o":{"kind":"output"}},"wires":["photo.image -> o.value"]}
            """);
        Path target = Files.writeString(folder.resolve("out.onnx"), "an earlier export");
        assertThat(amalgam("export", file.toString(), "-o", target.toString()).exit())
                .isEqualTo(Exit.FILE);
        assertThat(target).hasContent("an earlier export");
        assertThat(folder).isDirectoryNotContaining("glob:**.unproved");
    }

    @Test
    void anExportIntoNowhereSaysSo() {
        Ended ended =
                amalgam("export", FIGURE, "-o", folder.resolve("gone/out.onnx").toString());
        assertThat(ended.exit()).isEqualTo(Exit.FILE);
        assertThat(ended.err()).contains("There is no folder");
        assertThat(amalgam("export", FIGURE, "-o", folder.toString()).exit()).isEqualTo(Exit.FILE);
    }

    @Test
    void aCertificateThatIsGarbledProvesNothing() throws IOException {
        Path model = Files.writeString(folder.resolve("out.onnx"), "bytes");
        assertThat(amalgam("verify", model.toString()).exit()).isEqualTo(Exit.FILE);
        Path certificate = folder.resolve("out.onnx.parity.json");
        for (String garbled :
                List.of("{}", "[1]", "{\"certificate\":1}", seeded("9223372036854775807,2"), seeded("-4"))) {
            Files.writeString(certificate, garbled);
            Ended ended = amalgam("verify", model.toString());
            assertThat(ended.exit()).as(garbled).isEqualTo(Exit.NO);
            assertThat(ended.err()).as(garbled).contains("is not a certificate");
        }
    }

    private static String seeded(String dims) {
        return """
            {"certificate":1,"sha256":"0","runtime":"r","verdict":"equal bit for bit","trials":[{"seed":1,
            "inputs":[{"name":"x","type":"float32[%s]"}],"outputs":[]}]}\
            """.formatted(dims);
    }

    @Test
    void outputThatCannotBeWrittenIsNoSuccess() {
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        StringWriter err = new StringWriter();
        assertThat(AmalgamCli.execute(NO_WINDOW, full, new PrintWriter(err), "help"))
                .isEqualTo(Exit.FILE);
        assertThat(err.toString()).contains("could not be written");
    }

    @Test
    void aCommandThatIsNotUnderstoodIsUsage() {
        assertThat(amalgam("run").exit()).isEqualTo(Exit.USAGE);
        assertThat(amalgam("dance").exit()).isEqualTo(Exit.USAGE);
        assertThat(amalgam("run", FIGURE, "--in", "nobody=x.png").exit()).isEqualTo(Exit.USAGE);
        assertThat(amalgam().exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void helpListsTheCommands() {
        Ended ended = amalgam("help");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("run", "validate", "export", "verify", "inspect", "snapshot");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Ended ended = amalgam("run", folder.resolve("gone.amalgam").toString());
        assertThat(ended.exit()).isEqualTo(Exit.FILE);
        assertThat(ended.err()).contains("gone.amalgam");
    }
}
