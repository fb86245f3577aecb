package dev.amalgam.ui.cost;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.cost.FileProfile;
import dev.amalgam.desk.cost.NodeCost;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The lines of the table, from what is known of the cost. */
final class CostRows {
    private final CostModel model;

    CostRows(CostModel model) {
        this.model = model;
    }

    /** A line for each node, one for what the runtime puts in between, and one for the file as a whole. */
    List<CostRow> byNode() {
        Map<NodeId, FileProfile.Group> inFile = new HashMap<>();
        List<CostRow> rows = new ArrayList<>();
        Optional<FileProfile> profile = model.profile();
        profile.ifPresent(it -> it.byNode().forEach(group -> group.node().ifPresent(node -> inFile.put(node, group))));
        for (TypedNode node : model.nodes()) {
            rows.add(row(node.id(), Optional.ofNullable(inFile.get(node.id()))));
        }
        profile.ifPresent(it -> it.byNode().stream()
                .filter(group -> group.name().isEmpty())
                .forEach(group -> rows.add(row(Texts.get("cost.between"), group))));
        model.costs().total().ifPresent(total -> rows.add(total(total, profile)));
        return rows;
    }

    /** A line for each sort of operator; none where the file was not profiled yet. */
    List<CostRow> byOperator() {
        return model.profile()
                .map(it -> it.byOperator().stream()
                        .map(group -> row(
                                group.operators() > 1
                                        ? Texts.get("cost.several", group.name(), group.operators())
                                        : group.name(),
                                group))
                        .toList())
                .orElse(List.of());
    }

    private CostRow row(NodeId node, Optional<FileProfile.Group> inFile) {
        Optional<NodeCost> cost = model.costs().of(node);
        return new CostRow(
                node.name(),
                Optional.of(node),
                model.times(node),
                inFile.map(group -> OptionalDouble.of(group.ms())).orElse(OptionalDouble.empty()),
                inFile.map(group -> OptionalDouble.of(group.share()))
                        .orElseGet(() -> model.profile().isPresent() ? OptionalDouble.empty() : model.share(node)),
                cost.map(it -> OptionalLong.of(it.parameters())).orElse(OptionalLong.empty()),
                cost.map(it -> OptionalLong.of(it.weightBytes())).orElse(OptionalLong.empty()),
                cost.map(NodeCost::multiplyAdds).orElse(OptionalLong.empty()));
    }

    private static CostRow row(String name, FileProfile.Group group) {
        return new CostRow(
                name,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(group.ms()),
                OptionalDouble.of(group.share()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                group.multiplyAdds());
    }

    private static CostRow total(NodeCost total, Optional<FileProfile> profile) {
        return new CostRow(
                Texts.get("cost.total"),
                Optional.empty(),
                Optional.empty(),
                profile.map(it -> OptionalDouble.of(it.milliseconds())).orElse(OptionalDouble.empty()),
                profile.isPresent() ? OptionalDouble.of(1) : OptionalDouble.empty(),
                OptionalLong.of(total.parameters()),
                OptionalLong.of(total.weightBytes()),
                total.multiplyAdds());
    }
}
