package dev.amalgam.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Representation.Segment;
import dev.amalgam.tensor.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeaningsTest {
    private static final PortType EMBEDDING =
            new PortType(TensorType.parse("float32[N,1024]"), Representation.EMBEDDING);
    private static final PortType SOFT = new PortType(TensorType.parse("float32[N,1000]"), Representation.SOFT);
    private static final Segment OLD = new Segment("x.y", Dim.of(7));
    private static final PortType JOINED =
            new PortType(TensorType.parse("float32[N,7]"), Representation.dense(List.of(OLD)));

    private static Meanings meanings(Map<String, PortType> inputs) {
        List<NodeTyping.Incoming> incoming = inputs.keySet().stream()
                .sorted()
                .map(port -> new NodeTyping.Incoming(
                        new Wire(PortRef.of("from " + port, "out"), PortRef.of("concat", port)),
                        Optional.ofNullable(inputs.get(port)),
                        Optional.empty(),
                        true))
                .toList();
        return new Meanings(incoming, inputs);
    }

    @Test
    void aDenseEmbeddingKnowsWhereItsColumnsComeFrom() {
        Representation dense = meanings(Map.of("a", EMBEDDING, "b", SOFT)).of(new Meaning.DenseOf(List.of("a", "b")));
        assertThat(dense.form()).isEqualTo(Representation.Form.DENSE);
        assertThat(dense.segments())
                .containsExactly(new Segment("from a.out", Dim.of(1024)), new Segment("from b.out", Dim.of(1000)));
    }

    @Test
    void whatIsDenseAlreadyKeepsItsSegments() {
        Representation dense = meanings(Map.of("a", JOINED, "b", EMBEDDING)).of(new Meaning.DenseOf(List.of("b", "a")));
        assertThat(dense.segments()).containsExactly(new Segment("from b.out", Dim.of(1024)), OLD);
    }

    @Test
    void unitLengthKeepsTheSegments() {
        Representation unit = meanings(Map.of("a", JOINED)).of(new Meaning.UnitLengthOf("a"));
        assertThat(unit.unitLength()).isTrue();
        assertThat(unit.segments()).containsExactly(OLD);
    }
}
