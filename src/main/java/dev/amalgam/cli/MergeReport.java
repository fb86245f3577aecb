package dev.amalgam.cli;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.merge.MergeNode;
import dev.amalgam.desk.merge.MergeProof;
import dev.amalgam.desk.merge.Merged;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What models were found to share and what it saves, as JSON for scripts and as text for people.
 *
 * @param file the amalgamation
 * @param sharing empty where it was not measured
 */
record MergeReport(String file, Merged merged, MergeProof proof, Optional<Sharing> sharing) {
    /** {@code {"file","exact","weightDifference","operators","parameters","boundary":[…],"models":[…],"proof":{…},"sharing":{…}}}. */
    Map<String, Object> json() {
        CommonBottom common = merged.common();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("exact", common.isExact());
        json.put("weightDifference", common.difference());
        json.put("operators", common.operators());
        json.put("parameters", common.parameters());
        json.put("weightBytes", common.bottom().inspect().weightBytes());
        json.put("boundary", common.boundary());
        List<Object> models = new ArrayList<>();
        for (int i = 0; i < merged.models().size(); i++) {
            models.add(json(merged.models().get(i), common.branches().get(i)));
        }
        json.put("models", models);
        json.put("proof", json(proof));
        sharing.ifPresent(it -> json.put("sharing", CostReport.json(it)));
        return json;
    }

    private static Map<String, Object> json(MergeNode model, Branch branch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", model.id().name());
        json.put("file", model.whole().origin());
        json.put("sha256", model.whole().sha256());
        json.put("inputs", branch.inputs());
        json.put("from", branch.from());
        json.put("ready", branch.ready());
        json.put(
                "restParameters",
                branch.rest().map(rest -> rest.inspect().parameters()).orElse(0L));
        return json;
    }

    private static Map<String, Object> json(MergeProof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("proved", proof.isThere());
        json.put("equal", proof.isEqual());
        json.put("says", proof.sentence());
        json.put(
                "outputs",
                proof.results().stream()
                        .map(result -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("model", result.model());
                            one.put("output", result.output());
                            one.put("equal", result.deviation().isEqual());
                            one.put("says", result.deviation().sentence());
                            return one;
                        })
                        .toList());
        return json;
    }

    String text() {
        CommonBottom common = merged.common();
        String equal = common.isExact()
                ? "all weights equal"
                : "weights at most " + Figures.number(common.difference()) + " apart";
        StringBuilder text = new StringBuilder();
        text.append(Lines.sentence(merged.models().size() + " models share " + common.operators() + " operators and "
                + Figures.count(common.parameters()) + " parameters, " + equal + ", up to "
                + String.join(", ", common.boundary())));
        text.append('\n').append(Lines.sentence(proof.sentence())).append("\n\n");
        text.append(Lines.table(rows()));
        sharing.ifPresentOrElse(
                it -> text.append("\n\n").append(CostReport.text(it)),
                () -> text.append("\n\nWhat it saves was not measured: choose what flows in first."));
        return text.append("\n\nWrote ").append(file).append(".\n").toString();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "operators", "parameters", "outputs"));
        CommonBottom common = merged.common();
        rows.add(row("bottom", common.operators(), common.bottom().inspect()));
        for (Branch branch : common.branches()) {
            branch.rest()
                    .map(rest -> rest.inspect())
                    .ifPresent(rest ->
                            rows.add(row(branch.of().name(), rest.interior().size(), rest)));
        }
        return rows;
    }

    private static List<String> row(String name, int operators, Inspection part) {
        return List.of(
                name,
                Integer.toString(operators),
                Figures.count(part.parameters()),
                String.join(
                        ", ",
                        part.outputs().stream().map(Inspection.Value::name).toList()));
    }
}
