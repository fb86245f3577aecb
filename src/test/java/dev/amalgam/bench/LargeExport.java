package dev.amalgam.bench;

import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.Ref;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exports a model of 1 GB as a whole process of the program, beside copying its file, each to a disk that has confirmed it, and
 * tells the heap that it takes over that of a model of a few bytes. Needs 5 GB of disk and a heap of 3 GB for making the model.
 * Arguments: the folder to work in, and the class path of the program.
 */
public final class LargeExport {
    private static final int ROUNDS = 7;
    private static final int WIDTH = 2048;
    private static final int LAYERS = 60;
    private static final Pattern HEAP =
            Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)|total committed.*?(\\d+)K, used (\\d+)K");

    private LargeExport() {}

    /** Prints one line for each figure. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String classPath = arguments[1];
        model(folder.resolve("large.onnx"), LAYERS);
        model(folder.resolve("small.onnx"), 0);
        long empty = 0;
        List<Double> copies = new ArrayList<>();
        List<Double> exports = new ArrayList<>();
        long full = 0;
        for (int round = 0; round < ROUNDS; round++) {
            copies.add(copy(folder));
            exports.add(export(folder, classPath, "large"));
            full = Math.max(full, heap(folder));
            export(folder, classPath, "small");
            empty = Math.max(empty, heap(folder));
        }
        System.out.printf("file %,d bytes%n", Files.size(folder.resolve("large.onnx")));
        System.out.printf("copy, confirmed by the disk: median %.2f s, %s%n", median(copies), copies);
        System.out.printf("export, confirmed by the disk: median %.2f s, %s%n", median(exports), exports);
        System.out.printf("export / copy: %.2f%n", median(exports) / median(copies));
        System.out.printf("peak heap: %d MB, of the small one %d MB%n", full, empty);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
    }

    private static void model(Path file, int layers) throws IOException {
        TensorType type = TensorType.parse("float32[1," + WIDTH + "]");
        GraphBuilder builder = new GraphBuilder("large");
        Ref last = builder.input("x", type);
        SplittableRandom random = new SplittableRandom(7);
        for (int layer = 0; layer < layers; layer++) {
            ByteBuffer numbers = ByteBuffer.allocate(4 * WIDTH * WIDTH).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < WIDTH * WIDTH; i++) {
                numbers.putFloat((float) random.nextDouble(-0.02, 0.02));
            }
            Tensor weight = Tensor.of(ElementType.FLOAT32, new long[] {WIDTH, WIDTH}, numbers.flip());
            last = builder.scope("layer")
                    .op("MatMul", last, builder.scope("weight").constant(weight));
        }
        builder.output("y", builder.scope("end").op("Relu", last), type);
        builder.build().write(file);
        Files.writeString(
                file.resolveSibling(file.getFileName().toString().replace(".onnx", ".amalgam")),
                """
                {"schema": 2,
                 "nodes": {
                  "x": {"kind": "noise", "settings": {"shape": [1, %d]}},
                  "model": {"kind": "onnx", "settings": {"model": {"path": "%s"}}},
                  "y": {"kind": "output"}},
                 "wires": ["x.noise -> model.x", "model.y -> y.value"],
                 "layout": {}}
                """.formatted(WIDTH, file.getFileName()));
    }

    private static double copy(Path folder) throws Exception {
        Path copy = folder.resolve("copy.onnx");
        Files.deleteIfExists(copy);
        return seconds(folder, "sh", "-c", "cp " + folder.resolve("large.onnx") + " " + copy + " && sync " + copy);
    }

    private static double export(Path folder, String classPath, String name) throws Exception {
        Path target = folder.resolve("out.onnx");
        Files.deleteIfExists(target);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Xlog:gc,gc+heap+exit:file=" + folder.resolve("heap.log"));
        command.addAll(Files.readAllLines(Path.of("src/main/launcher/jvm.options")).stream()
                .filter(line -> line.startsWith("-"))
                .toList());
        command.addAll(List.of("-cp", classPath, "dev.amalgam.Main", "export"));
        command.addAll(List.of(folder.resolve(name + ".amalgam").toString(), "-o", target.toString(), "--no-proof"));
        return seconds(folder, command.toArray(String[]::new));
    }

    private static double seconds(Path folder, String... command) throws Exception {
        long start = System.nanoTime();
        Path said = folder.resolve("said.txt");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IllegalStateException(Arrays.toString(command) + ": " + Files.readString(said));
        }
        return Math.rint(seconds * 100) / 100;
    }

    /** The most that was in use before any collection and at the end, in MB. */
    private static long heap(Path folder) throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(folder.resolve("heap.log"))) {
            Matcher found = HEAP.matcher(line);
            if (found.find()) {
                most = Math.max(
                        most,
                        found.group(1) != null ? Long.parseLong(found.group(1)) : Long.parseLong(found.group(5)) >> 10);
            }
        }
        return most;
    }
}
