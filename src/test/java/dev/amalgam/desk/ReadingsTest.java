package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was found in a picture is told over that picture. */
class ReadingsTest {
    private static final Tensor PICTURE = Tensor.bytes(new long[] {2, 2, 3}, new byte[12]);

    private final Document document = Typist.document();

    @BeforeEach
    void build() {
        add("photo", "image", Settings.NONE);
        add("numbers", "tensor", shape(5, 4));
        add("chances", "tensor", shape(5, 2));
        add("maps", "tensor", shape(1, 3, 2, 2));
        add("find", "boxes", Settings.NONE);
        add("point", "keypoints", Settings.NONE);
        wire("numbers.value", "find.boxes");
        wire("chances.value", "find.scores");
        wire("photo.image", "find.image");
        wire("maps.value", "point.maps");
        wire("photo.image", "point.image");
    }

    private static Settings shape(double... sizes) {
        return Settings.NONE.with(
                "shape",
                new Value.Items(java.util.Arrays.stream(sizes)
                        .<Value>mapToObj(Value.Real::new)
                        .toList()));
    }

    private void add(String name, String kind, Settings settings) {
        apply(new Edit.Add(new Node(new NodeId(name), kind, settings), new Position(0, 0)));
    }

    private void wire(String from, String to) {
        String output = document.state()
                .typing()
                .node(PortRef.parse(from).node())
                .orElseThrow()
                .outputs()
                .firstEntry()
                .getKey();
        apply(new Edit.Connect(new PortRef(PortRef.parse(from).node(), output), PortRef.parse(to)));
    }

    private void apply(Edit edit) {
        assertThat(document.apply(edit)).isEmpty();
    }

    private Optional<Reading> read(String node, Map<String, Tensor> values) {
        return new Readings(
                        document.state().typing(),
                        port -> port.port().equals("image")
                                ? Optional.of(PICTURE)
                                : Optional.ofNullable(values.get(port.port())))
                .of(new NodeId(node));
    }

    @Test
    void boxesLieOverThePictureThatIsWiredToThem() {
        Map<String, Tensor> found = Map.of(
                "boxes", Tensor.floats(new long[] {2, 4}, 1, 2, 3, 4, 5, 6, 7, 8),
                "labels", Tensor.strings(new long[] {2}, List.of("cat, feline", "dog")),
                "scores", Tensor.floats(new long[] {2}, 0.5f, 0.25f));
        Reading reading = read("find", found).orElseThrow();
        assertThat(reading)
                .isEqualTo(new Reading.Boxes(
                        PICTURE,
                        List.of(
                                new Reading.Box("cat, feline", 0.5, 1, 2, 3, 4),
                                new Reading.Box("dog", 0.25, 5, 6, 7, 8))));
        assertThat(Sentences.of("find", reading)).isEqualTo("find finds cat, dog.");
    }

    @Test
    void nothingFoundIsSaid() {
        Map<String, Tensor> nothing = Map.of(
                "boxes", Tensor.floats(new long[] {0, 4}),
                "labels", Tensor.strings(new long[] {0}, List.of()),
                "scores", Tensor.floats(new long[] {0}));
        assertThat(Sentences.of("find", read("find", nothing).orElseThrow())).isEqualTo("find finds nothing.");
    }

    @Test
    void pointsLieOverTheirPicture() {
        Map<String, Tensor> found = Map.of(
                "points", Tensor.floats(new long[] {1, 2}, 0.5f, 1.5f),
                "scores", Tensor.floats(new long[] {1}, 0.75f));
        assertThat(read("point", found))
                .contains(new Reading.Keypoints(PICTURE, List.of(new Reading.Mark(0.5, 1.5, 0.75))));
    }

    @Test
    void withoutValuesThereIsNothingToSay() {
        assertThat(read("find", Map.of())).isEmpty();
        assertThat(read("point", Map.of())).isEmpty();
    }
}
