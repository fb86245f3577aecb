package dev.amalgam.cli;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.Costs;
import dev.amalgam.desk.cost.FileProfile;
import dev.amalgam.desk.cost.Measured;
import dev.amalgam.desk.cost.NodeCost;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.cost.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an amalgamation costs, as JSON for scripts and as tables for people. What is not known is left out, or a dash.
 *
 * @param sharing empty where there is one task only
 */
record CostReport(Costs costs, FileProfile profile, Optional<Sharing> sharing) {
    private static final String UNKNOWN = "–";

    /** {@code {"file","model","sha256","runtime","device","ms":{…},"nodes":[…],"operators":[…],"sharing":{…}}}. */
    Map<String, Object> json(String file) {
        Map<String, Object> json = new LinkedHashMap<>();
        Measured measured = profile.measured();
        json.put("file", file);
        json.put("model", measured.file());
        json.put("sha256", measured.sha256());
        json.put("runtime", measured.runtime());
        json.put("device", measured.device());
        json.put("ms", json(profile.run()));
        costs.total().ifPresent(total -> {
            json.put("parameters", total.parameters());
            json.put("weightBytes", total.weightBytes());
            total.multiplyAdds().ifPresent(count -> json.put("multiplyAdds", count));
        });
        json.put("nodes", profile.byNode().stream().map(this::json).toList());
        json.put("operators", profile.byOperator().stream().map(this::json).toList());
        sharing.ifPresent(it -> json.put("sharing", json(it)));
        return json;
    }

    private static Map<String, Object> json(Spread times) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", times.count());
        json.put("least", times.least());
        json.put("median", times.median());
        json.put("p95", times.late());
        json.put("most", times.most());
        return json;
    }

    private Map<String, Object> json(FileProfile.Group group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", group.name());
        json.put("operators", group.operators());
        json.put("ms", group.ms());
        json.put("share", group.share());
        group.node().flatMap(costs::of).ifPresent(cost -> {
            json.put("parameters", cost.parameters());
            json.put("weightBytes", cost.weightBytes());
        });
        group.multiplyAdds().ifPresent(count -> json.put("multiplyAdds", count));
        return json;
    }

    static Map<String, Object> json(Sharing sharing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tasks", sharing.tasks());
        json.put("says", sharing.sentence());
        json.put("ratio", sharing.ratio());
        json.put("shared", json(sharing.shared()));
        json.put("separate", json(sharing.separate()));
        return json;
    }

    private static Map<String, Object> json(Sharing.Side side) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ms", json(side.times()));
        side.memoryBytes().ifPresent(bytes -> json.put("memoryBytes", bytes));
        json.put("fileBytes", side.fileBytes());
        json.put("parameters", side.cost().parameters());
        json.put("weightBytes", side.cost().weightBytes());
        side.cost().multiplyAdds().ifPresent(count -> json.put("multiplyAdds", count));
        return json;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(Lines.table(nodes())).append("\n\n").append(Lines.table(operators()));
        sharing.ifPresent(it -> text.append("\n\n").append(text(it)));
        Measured measured = profile.measured();
        return text.append("\n\n")
                .append(measured.file())
                .append(" (SHA-256 ")
                .append(measured.shortHash())
                .append("), ")
                .append(Figures.milliseconds(profile.run().median()))
                .append(" a run, on ")
                .append(measured.runtime())
                .append(", ")
                .append(measured.device())
                .append('\n')
                .toString();
    }

    private List<List<String>> nodes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("node", "time", "share", "parameters", "weights", "multiply-adds"));
        for (FileProfile.Group group : profile.byNode()) {
            Optional<NodeCost> cost = group.node().flatMap(costs::of);
            rows.add(List.of(
                    group.name().isEmpty() ? "(between nodes)" : group.name(),
                    Figures.milliseconds(group.ms()),
                    Figures.percent(group.share()),
                    cost.map(it -> Figures.count(it.parameters())).orElse(UNKNOWN),
                    cost.map(it -> Figures.bytes(it.weightBytes())).orElse(UNKNOWN),
                    count(group.multiplyAdds())));
        }
        costs.total()
                .ifPresent(total -> rows.add(List.of(
                        "all",
                        Figures.milliseconds(profile.milliseconds()),
                        Figures.percent(1),
                        Figures.count(total.parameters()),
                        Figures.bytes(total.weightBytes()),
                        count(total.multiplyAdds()))));
        return rows;
    }

    private List<List<String>> operators() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("operator", "count", "time", "share", "multiply-adds"));
        profile.byOperator().stream()
                .limit(12)
                .forEach(group -> rows.add(List.of(
                        group.name(),
                        Integer.toString(group.operators()),
                        Figures.milliseconds(group.ms()),
                        Figures.percent(group.share()),
                        count(group.multiplyAdds()))));
        return rows;
    }

    private static String count(OptionalLong count) {
        return count.isPresent() ? Figures.count(count.getAsLong()) : UNKNOWN;
    }

    static String text(Sharing sharing) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "time", "from", "to", "memory", "files", "multiply-adds"));
        rows.add(row("one bottom", sharing.shared()));
        rows.add(row("a bottom each", sharing.separate()));
        return Lines.sentence(sharing.sentence()) + "\n" + Lines.table(rows);
    }

    private static List<String> row(String name, Sharing.Side side) {
        return List.of(
                name,
                Figures.milliseconds(side.times().median()),
                Figures.milliseconds(side.times().least()),
                Figures.milliseconds(side.times().most()),
                side.memoryBytes().isPresent()
                        ? Figures.bytes(side.memoryBytes().getAsLong())
                        : UNKNOWN,
                Figures.bytes(side.fileBytes()),
                count(side.cost().multiplyAdds()));
    }
}
