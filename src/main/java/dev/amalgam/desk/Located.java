package dev.amalgam.desk;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.PortRef;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a node has found in a picture, and where. */
final class Located {
    private final Typing typing;
    private final Function<PortRef, Optional<Tensor>> values;
    private final TypedNode typed;

    Located(Typing typing, Function<PortRef, Optional<Tensor>> values, TypedNode typed) {
        this.typing = typing;
        this.values = values;
        this.typed = typed;
    }

    Optional<Reading> boxes(View.Boxes view) {
        Optional<Tensor> boxes = output(view.boxes());
        Optional<Tensor> scores = output(view.scores());
        Optional<Tensor> labels = output(view.labels());
        return boxes.isEmpty() || scores.isEmpty() || labels.isEmpty()
                ? Optional.empty()
                : input(view.picture())
                        .map(picture -> new Reading.Boxes(
                                picture,
                                boxes(
                                        boxes.get().floats(),
                                        scores.get().floats(),
                                        labels.get().strings())));
    }

    private static List<Reading.Box> boxes(FloatBuffer edges, FloatBuffer scores, List<String> labels) {
        List<Reading.Box> boxes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            boxes.add(new Reading.Box(
                    labels.get(i),
                    scores.get(i),
                    edges.get(4 * i),
                    edges.get(4 * i + 1),
                    edges.get(4 * i + 2),
                    edges.get(4 * i + 3)));
        }
        return boxes;
    }

    Optional<Reading> keypoints(View.Keypoints view) {
        Optional<Tensor> points = output(view.points());
        Optional<Tensor> scores = output(view.scores());
        return points.isEmpty() || scores.isEmpty()
                ? Optional.empty()
                : input(view.picture())
                        .map(picture -> new Reading.Keypoints(
                                picture,
                                marks(points.get().floats(), scores.get().floats())));
    }

    private static List<Reading.Mark> marks(FloatBuffer places, FloatBuffer scores) {
        List<Reading.Mark> marks = new ArrayList<>();
        for (int i = 0; i < scores.limit(); i++) {
            marks.add(new Reading.Mark(places.get(2 * i), places.get(2 * i + 1), scores.get(i)));
        }
        return marks;
    }

    private Optional<Tensor> output(String name) {
        return values.apply(new PortRef(typed.id(), name));
    }

    private Optional<Tensor> input(String name) {
        return typing.graph().wireInto(new PortRef(typed.id(), name)).flatMap(wire -> values.apply(wire.from()));
    }
}
