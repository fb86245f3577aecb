package dev.amalgam.cli;

import dev.amalgam.desk.recipe.BatchProof;
import dev.amalgam.desk.recipe.Effect;
import dev.amalgam.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a model.
 *
 * @param effect how its answers differ, where the two can be compared
 * @param proof that it takes any number of examples, where that was a step
 */
record EditReport(
        OnnxModel original, OnnxModel made, Path target, Optional<Effect> effect, Optional<BatchProof> proof) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", target.toString());
        json.put("original", original.sha256());
        json.put("weightBytesBefore", original.inspect().weightBytes());
        json.put("weightBytes", made.inspect().weightBytes());
        effect.ifPresent(it ->
                json.put("outputs", it.outputs().stream().map(EditReport::json).toList()));
        proof.ifPresent(it -> json.put("largestDifferenceInBatches", it.largest()));
        return json;
    }

    private static Map<String, Object> json(Effect.OfOutput output) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", output.name());
        json.put("largestDifference", output.largest());
        json.put("meanDifference", output.mean());
        output.agreement().ifPresent(same -> json.put("sameBest", same));
        return json;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + target.getFileName() + ": " + made.inspect().weightBytes()
                + " bytes of weights instead of " + original.inspect().weightBytes() + ".");
        proof.ifPresent(it ->
                lines.add("1, 2 and 3 examples at once give what each gives alone; the largest difference is "
                        + number(it.largest().stream().reduce(0.0, Math::max)) + "."));
        if (effect.isPresent() && !effect.get().outputs().isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("output", "largest difference", "mean difference", "same best"));
            effect.get()
                    .outputs()
                    .forEach(output -> rows.add(List.of(
                            output.name(),
                            number(output.largest()),
                            number(output.mean()),
                            output.agreement().isPresent()
                                    ? Math.round(100 * output.agreement().getAsDouble()) + " %"
                                    : "")));
            lines.add("On noise, compared with the original:");
            lines.add(Lines.table(rows));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
    }
}
