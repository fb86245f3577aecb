package dev.amalgam.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.amalgam.conformance.Trial.Outcome;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Protos;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conformance set of ONNX, as Debian packages it ({@code libonnx-testdata}, Apache-2.0): opening, looking through and rewriting
 * a model changes neither the runtime's verdict nor one bit of its outputs; and as a component of an amalgamation that is
 * exported it gives what is expected wherever the bare runtime does.
 *
 * <p>Run by the profile {@code conformance}; where the package is not installed it is skipped and says so.
 */
class Conformance {
    private static final double RELATIVE = 1e-3;
    private static final double ABSOLUTE = 1e-5;

    @TempDir
    Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void rewritingChangesNothingAndExportsGiveWhatIsExpected() throws Exception {
        Path data = Path.of(System.getProperty("conformance.data", ""));
        boolean there = Files.isDirectory(data.resolve("node"));
        if (!there) {
            System.out.println("Conformance is skipped: install libonnx-testdata, or say where it is with"
                    + " -Dconformance.data=FOLDER");
        }
        assumeTrue(there, "libonnx-testdata is not installed");
        try (Desk desk = Desk.start(DeskSettings.standard());
                Stream<Path> files = Files.walk(data)) {
            Trial trial = new Trial(desk, folder);
            for (Path model : files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .toList()) {
                try {
                    judge(trial, model, model.startsWith(data.resolve("node")));
                } catch (Exception | AssertionError e) {
                    differ(model, "threw " + e);
                }
            }
        }
        System.out.println("Conformance: " + counts);
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
    }

    /** The first hundred tensors inside of three models that people use. */
    @Test
    void realModelsCutAndJoinedAgainGiveTheSameBits() throws Exception {
        Map<Path, Map<String, Tensor>> models = new LinkedHashMap<>();
        models.put(Path.of("samples/figure-3/models/mobilenet-v1.onnx"), Map.of("image", noise(1, 1, 3, 224, 224)));
        models.put(unpacked("models/ch_PP-OCRv4_det_infer.onnx"), Map.of("x", noise(2, 1, 3, 96, 128)));
        long[] words = {1, 6};
        models.put(
                unpacked("all-minilm-l6-v2-q.onnx"),
                Map.of(
                        "input_ids", Tensor.longs(words, 101, 2023, 2003, 1037, 4937, 102),
                        "attention_mask", Tensor.longs(words, 1, 1, 1, 1, 1, 1),
                        "token_type_ids", Tensor.longs(words, 0, 0, 0, 0, 0, 0)));
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            CutAndJoin joints = new CutAndJoin(desk, folder);
            for (Map.Entry<Path, Map<String, Tensor>> model : models.entrySet()) {
                List<String> found = joints.differences(model.getKey(), model.getValue(), 100);
                System.out.println(model.getKey().getFileName() + ": " + found.size() + " differences in "
                        + joints.joined() + " joints so far");
                assertThat(found).as(model.getKey().toString()).isEmpty();
            }
            assertThat(joints.joined()).isGreaterThanOrEqualTo(280);
        }
    }

    private static Tensor noise(long seed, long... dims) {
        Random random = new Random(seed);
        float[] values = new float[(int) Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return Tensor.floats(dims, values);
    }

    private Path unpacked(String resource) throws IOException {
        Path file = folder.resolve(Path.of(resource).getFileName());
        try (InputStream in = Conformance.class.getResourceAsStream("/" + resource)) {
            assertThat(in).as(resource).isNotNull();
            Files.copy(in, file);
        }
        return file;
    }

    private void judge(Trial trial, Path model, boolean operator) throws Exception {
        count("models");
        List<Path> sets = dataSets(model.getParent());
        Optional<Map<String, Tensor>> inputs = sets.isEmpty() ? Optional.empty() : inputs(model, sets.getFirst());
        List<String> outputs = OnnxModel.read(model).inspect().outputs().stream()
                .map(Inspection.Value::name)
                .toList();
        Map<String, Tensor> fed = inputs.orElse(Map.of());
        Outcome bare = trial.run(model, fed, Set.copyOf(outputs));
        Outcome rewritten = trial.rewritten(model, fed, Set.copyOf(outputs));
        count(bare.failure().isEmpty() ? "run" : "refused by the runtime, or without values to feed");
        if (bare.failure().isPresent() != rewritten.failure().isPresent()) {
            differ(model, "bare " + bare.failure() + ", rewritten " + rewritten.failure());
        } else if (!bare.values().equals(rewritten.values())) {
            // What is random differs from itself too.
            boolean random =
                    !trial.run(model, fed, Set.copyOf(outputs)).values().equals(bare.values());
            count(random ? "random" : "different");
            if (!random) {
                differ(model, "other values when rewritten");
            }
        }
        if (operator && bare.failure().isEmpty()) {
            export(trial, model, fed, outputs, sets.getFirst(), bare);
        }
    }

    private void export(
            Trial trial, Path model, Map<String, Tensor> inputs, List<String> outputs, Path set, Outcome bare)
            throws Exception {
        Map<String, Tensor> expected = expected(outputs, set);
        if (!agree(expected, bare.values())) {
            count("bare runtime does not give what is expected");
            return;
        }
        if (!Trial.canExport(inputs)) {
            count("inputs that no file can bring");
            return;
        }
        Outcome exported = trial.exported(model, inputs, outputs);
        if (exported.failure().isPresent()) {
            differ(model, "exported: " + exported.failure().get());
        } else if (!agree(expected, exported.values())) {
            differ(model, "other values when exported");
        } else {
            count("exported, as expected");
        }
    }

    private static List<Path> dataSets(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The values of a data set by input; empty where one of them is no tensor. */
    private static Optional<Map<String, Tensor>> inputs(Path model, Path set) throws IOException {
        List<String> names = OnnxModel.read(model).inspect().inputs().stream()
                .map(Inspection.Value::name)
                .toList();
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (int i = 0; Files.exists(set.resolve("input_" + i + ".pb")); i++) {
            Optional<Protos.Named> value = Protos.read(set.resolve("input_" + i + ".pb"));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String name = names.contains(value.get().name()) || i >= names.size()
                    ? value.get().name()
                    : names.get(i);
            values.put(name, value.get().tensor());
        }
        return Optional.of(values);
    }

    private static Map<String, Tensor> expected(List<String> outputs, Path set) throws IOException {
        Map<String, Tensor> values = new HashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            Path file = set.resolve("output_" + i + ".pb");
            Optional<Protos.Named> value = Files.exists(file) ? Protos.read(file) : Optional.empty();
            if (value.isPresent()) {
                values.put(outputs.get(i), value.get().tensor());
            }
        }
        return values;
    }

    private static boolean agree(Map<String, Tensor> expected, Map<String, Tensor> got) {
        return expected.entrySet().stream().allMatch(output -> {
            Tensor value = got.get(output.getKey());
            return value != null && Near.agree(output.getValue(), value, RELATIVE, ABSOLUTE);
        });
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void differ(Path model, String how) {
        count("DIFFERENCES");
        Path folder = model.getParent();
        differences.add(Stream.of(folder.getParent(), folder)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .collect(Collectors.joining("/"))
                + ": " + how);
    }
}
