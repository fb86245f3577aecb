package dev.amalgam.desk;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.numerics.Origin;
import dev.amalgam.desk.numerics.OriginSearch;
import dev.amalgam.desk.numerics.Symptom;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.run.RunException;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a finding back to the operator where it begins, inside the lowering of its node and on the values that flow into it now.
 *
 * @param typing the document
 * @param live its results
 */
record Origins(Typing typing, LiveState live) {
    /** Whether it can be told where a finding begins, and has not been told yet. */
    static boolean canFind(Problem finding) {
        return finding.node().isPresent()
                && finding.port().isPresent()
                && Symptom.of(finding).isPresent();
    }

    Origin find(Problem finding, OriginSearch search) throws RunException, IOException {
        PortRef port = new PortRef(finding.node().orElseThrow(), finding.port().orElseThrow());
        try {
            Regions regions = new Regions(typing);
            Region region = region(regions, port.node());
            Map<String, Tensor> known = known(regions);
            known.putAll(region.dials());
            Map<String, Tensor> feeds = new HashMap<>();
            region.inputs().forEach((name, key) -> {
                Tensor value = known.get(key);
                if (value != null) {
                    feeds.put(name, value);
                }
            });
            String key = regions.keys().port(port).orElseThrow();
            String output = region.outputs().entrySet().stream()
                    .filter(made -> made.getValue().equals(key))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            return port(search.find(
                    Symptom.of(finding).orElseThrow(), region.source().build(), feeds, output));
        } catch (LoweringException e) {
            throw new RunException(e.problem().message() + ". " + e.problem().remedy() + ".", e);
        }
    }

    /** An input of the model is an input of the node under a longer name. */
    private static Origin port(Origin found) {
        return found instanceof Origin.Input(String input) ? new Origin.Input(Regions.port(input)) : found;
    }

    private static Region region(Regions regions, NodeId node) throws LoweringException, RunException {
        return regions.eachNode().stream()
                .filter(region -> region.nodes().equals(List.of(node)))
                .findFirst()
                .orElseThrow(() -> new RunException("'" + node + "' does not run now. Mend it first."));
    }

    /** The values that were seen, by the names that regions have for them. */
    private Map<String, Tensor> known(Regions regions) throws LoweringException {
        Map<String, Tensor> known = new HashMap<>();
        for (TypedNode node : typing.ordered()) {
            for (String port : node.outputs().keySet()) {
                PortRef ref = new PortRef(node.id(), port);
                regions.keys().port(ref).ifPresent(key -> value(ref).ifPresent(value -> known.put(key, value)));
            }
        }
        for (Source source : regions.sources()) {
            String port = typing.node(source.node())
                    .orElseThrow()
                    .outputs()
                    .firstEntry()
                    .getKey();
            value(new PortRef(source.node(), port)).ifPresent(value -> known.put(source.key(), value));
        }
        return known;
    }

    private Optional<Tensor> value(PortRef port) {
        return Optional.ofNullable(live.node(port.node()).outputs().get(port.port()));
    }
}
