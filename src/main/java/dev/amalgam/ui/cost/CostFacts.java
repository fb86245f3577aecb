package dev.amalgam.ui.cost;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.Spread;
import dev.amalgam.graph.NodeId;
import dev.amalgam.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What a node costs, in words. */
public final class CostFacts {
    private CostFacts() {}

    /** Facts in the order they are shown; those that are not known are left out. */
    public static SequencedMap<String, String> of(CostModel model, NodeId node) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        model.times(node).ifPresent(times -> facts.put(Texts.get("cost.fact.times"), times(times)));
        model.share(node).ifPresent(share -> facts.put(Texts.get("cost.fact.share"), Figures.percent(share)));
        model.costs().of(node).ifPresent(cost -> {
            facts.put(Texts.get("cost.fact.parameters"), Figures.count(cost.parameters()));
            facts.put(Texts.get("cost.fact.weights"), Figures.bytes(cost.weightBytes()));
            facts.put(
                    Texts.get("cost.fact.work"),
                    cost.multiplyAdds().isPresent()
                            ? Figures.count(cost.multiplyAdds().getAsLong())
                            : Texts.get("cost.unknown"));
        });
        return facts;
    }

    /** How the last runs of a node lie; empty where it never ran. */
    public static String times(CostModel model, NodeId node) {
        return model.times(node)
                .map(times -> Texts.get(
                        "cost.tip",
                        Figures.milliseconds(times.median()),
                        Figures.milliseconds(times.late()),
                        times.count()))
                .orElse("");
    }

    private static String times(Spread times) {
        return Texts.get(
                "cost.fact.times.of", Figures.milliseconds(times.median()), Figures.milliseconds(times.late()));
    }
}
