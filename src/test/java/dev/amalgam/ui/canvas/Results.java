package dev.amalgam.ui.canvas;

import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Results for the general amalgamation, made up but for the photo. */
final class Results {
    private final Map<NodeId, NodeState> nodes = new HashMap<>();

    private Results() {}

    static LiveState general() {
        Results results = new Results();
        Tensor photo = Figure.photo("chelsea.png");
        results.put("photo", Status.CACHED, 0.3, Map.of("image", photo), new Reading.Picture(photo));
        Tensor signal = noise(new long[] {1, 3, 224, 224}, 1, photo);
        results.put("pre-stem", Status.FRESH, 0.6, Map.of("tensor", signal), new Reading.Mosaic(signal));
        Tensor encoding = features();
        results.put("shared bottom", Status.FRESH, 11.8, bottom(encoding), new Reading.Mosaic(encoding));
        results.put("localise", Status.FRESH, 0.4, Map.of(), new Reading.Overlay(photo, mask(300, 451)));
        results.put("recognise", Status.FRESH, 0.12, Map.of(), ranking("chelsea", 1.0, "coffee", .31, "rocket", .27));
        results.put(
                "decide",
                Status.FRESH,
                0.03,
                Map.of(),
                ranking(
                        "Egyptian cat",
                        .62,
                        "tabby, tabby cat",
                        .19,
                        "tiger cat",
                        .188,
                        "lynx, catamount",
                        .004,
                        "Persian cat",
                        .001));
        results.put(
                "watch",
                Status.FRESH,
                0.1,
                Map.of(),
                new Reading.Switches(List.of(
                        new Reading.Switch("cat on screen", .91, .5, true),
                        new Reading.Switch("cup", .08, .5, false),
                        new Reading.Switch("animal", .88, .6, true))));
        return results.state();
    }

    /** Each node with another status. */
    static LiveState troubled() {
        LiveState sound = general();
        Results results = new Results();
        Status[] statuses = {
            Status.STALE, Status.RUNNING, Status.FAILED, Status.BLOCKED, Status.WAITING, Status.STALE, Status.CACHED
        };
        List<String> names = List.of("photo", "pre-stem", "shared bottom", "localise", "recognise", "decide", "watch");
        for (int i = 0; i < names.size(); i++) {
            NodeState was = sound.node(new NodeId(names.get(i)));
            NodeState now = switch (statuses[i]) {
                case WAITING -> NodeState.WAITING;
                case FAILED ->
                    new NodeState(
                            Status.FAILED,
                            OptionalDouble.empty(),
                            Map.of(),
                            Optional.empty(),
                            Optional.of(new NodeState.Trouble(
                                    "This component crashed the runtime",
                                    "Choose another model, or update the runtime")));
                default -> was.with(statuses[i]);
            };
            results.nodes.put(new NodeId(names.get(i)), now);
        }
        return results.state();
    }

    private void put(String node, Status status, double ms, Map<String, Tensor> outputs, Reading reading) {
        nodes.put(
                new NodeId(node),
                new NodeState(status, OptionalDouble.of(ms), outputs, Optional.of(reading), Optional.empty()));
    }

    private LiveState state() {
        return new LiveState(
                0, LiveState.Phase.DONE, nodes, OptionalDouble.of(13.4), "CPU, 2 threads", "1.29.0", 214_000_000, "");
    }

    private static Reading ranking(Object... pairs) {
        List<Reading.Score> scores = new java.util.ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            scores.add(new Reading.Score((String) pairs[i], (Double) pairs[i + 1]));
        }
        return new Reading.Ranking(scores, List.of());
    }

    private static Map<String, Tensor> bottom(Tensor encoding) {
        return Map.of(
                "encoding", encoding,
                "embedding", vector(1024, 2),
                "logits", vector(1000, 3),
                "independent", vector(1000, 4));
    }

    static Tensor vector(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) Math.max(0, random.nextGaussian());
        }
        return Tensor.floats(new long[] {1, size}, values);
    }

    private static Tensor noise(long[] dims, long seed, Tensor photo) {
        float[] values = new float[(int) (dims[0] * dims[1] * dims[2] * dims[3])];
        for (int i = 0; i < values.length; i++) {
            int c = i / (224 * 224);
            int y = i / 224 % 224 * 300 / 224;
            int x = i % 224 + 60;
            values[i] = (photo.bytes().get((y * 451 + x) * 3 + c) & 0xff) / 127.5f - 1;
        }
        return Tensor.floats(dims, values);
    }

    private static Tensor features() {
        Random random = new Random(5);
        float[] values = new float[1024 * 49];
        for (int c = 0; c < 1024; c++) {
            double cx = random.nextDouble() * 7;
            double cy = random.nextDouble() * 7;
            double gain = Math.pow(random.nextDouble(), 3) * 6;
            for (int i = 0; i < 49; i++) {
                double d = Math.hypot(i % 7 - cx, i / 7 - cy);
                values[c * 49 + i] = (float) Math.max(0, gain * Math.exp(-d * d / 4) - 0.3);
            }
        }
        return Tensor.floats(new long[] {1, 1024, 7, 7}, values);
    }

    static Tensor mask(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double x = (double) (i % columns) / columns - .6;
            double y = (double) (i / columns) / rows - .45;
            values[i] = (float) Math.exp(-(x * x + y * y) * 9);
        }
        return Tensor.floats(new long[] {rows, columns}, values);
    }
}
