package dev.amalgam.desk.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Value;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two variants of the sample on the same photo. */
class ComparerTest {
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId DECIDE = new NodeId("decide");
    private static final NodeId WATCH_LIST = new NodeId("watch list");

    private Desk desk;
    private Workspace workspace;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    private Document.State state() {
        return workspace.document().state();
    }

    private void apply(Edit edit) {
        assertThat(workspace.document().apply(edit)).isEmpty();
    }

    private Comparison compare(Variant first, Variant second) throws RunException {
        return new Comparer(workspace).compare(first, second, new Stop());
    }

    private static List<String> different(Comparison comparison) {
        return comparison.ports().stream()
                .filter(pair -> !pair.deviation().isEqual())
                .map(pair -> pair.port().node().name())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void theSameIsEqualEverywhere() throws Exception {
        Comparison same = compare(Variant.now(state()), Variant.saved(state()).orElseThrow());
        assertThat(same.different()).isZero();
        assertThat(same.ports()).hasSizeGreaterThan(12);
        assertThat(same.unmatched()).isEmpty();
        assertThat(same.problems()).isEmpty();
        assertThat(same.results()).hasSize(4).noneMatch(Comparison.Results::saysOtherwise);
    }

    @Test
    void aSettingDiffersFromItsNodeOnAndNowhereElse() throws Exception {
        apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(3))));
        Comparison comparison =
                compare(Variant.now(state()), Variant.before(state()).orElseThrow());
        assertThat(comparison.second().title()).isEqualTo("Before: Change temperature of softmax");
        assertThat(different(comparison)).containsExactly("softmax", "top five");
        assertThat(comparison.ports().getFirst().deviation().isEqual()).isFalse();
        assertThat(comparison.ports().getLast().deviation().isEqual()).isTrue();
        Comparison.Results decide = comparison.results().stream()
                .filter(result -> result.node().equals(DECIDE))
                .findFirst()
                .orElseThrow();
        assertThat(decide.labels().getFirst().label()).isEqualTo("Egyptian cat");
        assertThat(decide.labels().getFirst().first().getAsDouble())
                .isLessThan(decide.labels().getFirst().second().getAsDouble());
        // A higher temperature changes how sure it is, not the order.
        assertThat(decide.saysOtherwise()).isFalse();
        assertThat(decide.deviation().orElseThrow().isEqual()).isFalse();
    }

    @Test
    void aVariantNeedNotBeMadeToBeCompared() throws Exception {
        Value watched = state().graph()
                .node(WATCH_LIST)
                .orElseThrow()
                .settings()
                .get("watched")
                .orElseThrow();
        Document.State before = state();
        Variant loud = Variant.where(before, WATCH_LIST, "watched", Optional.of(lowered(watched)));
        Comparison comparison = compare(Variant.now(before), loud);
        assertThat(state().history()).isSameAs(before.history());
        assertThat(comparison.results())
                .filteredOn(Comparison.Results::saysOtherwise)
                .extracting(Comparison.Results::node)
                .containsExactly(new NodeId("watch"));
        assertThat(different(comparison)).containsExactly("watch list");
    }

    /** The same table with thresholds that everything reaches. */
    private static Value lowered(Value table) {
        return new Value.Items(((Value.Items) table)
                .items().stream()
                        .map(row -> {
                            var fields = new java.util.TreeMap<>(((Value.Fields) row).fields());
                            fields.put("threshold", new Value.Real(0));
                            return (Value) new Value.Fields(fields);
                        })
                        .toList());
    }

    @Test
    void aRenamedNodeIsFoundByWhatItComputesAndWhatIsNewIsAlone() throws Exception {
        apply(new Edit.Rename(SOFTMAX, new NodeId("sure")));
        Comparison renamed =
                compare(Variant.now(state()), Variant.saved(state()).orElseThrow());
        assertThat(renamed.different()).isZero();
        assertThat(renamed.unmatched()).isEmpty();
        assertThat(renamed.ports())
                .anyMatch(pair -> pair.port().node().name().equals("sure")
                        && pair.other().node().equals(SOFTMAX));
        apply(new Edit.Remove(Set.of(WATCH_LIST)));
        Comparison less = compare(Variant.now(state()), Variant.saved(state()).orElseThrow());
        assertThat(less.unmatched()).extracting(PortRef::node).containsOnly(WATCH_LIST);
        assertThat(less.results())
                .anyMatch(result -> result.first().isEmpty() && result.second().isPresent());
    }
}
