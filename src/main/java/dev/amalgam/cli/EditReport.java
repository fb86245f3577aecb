package dev.amalgam.cli;

import dev.amalgam.desk.recipe.Effect;
import dev.amalgam.desk.recipe.Measurement;
import dev.amalgam.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a model. */
record EditReport(OnnxModel original, Measurement measured, Path target) {
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", target.toString());
        json.put("original", original.sha256());
        json.put("weightBytesBefore", original.inspect().weightBytes());
        json.put("weightBytes", measured.made().inspect().weightBytes());
        measured.effect()
                .ifPresent(it -> json.put(
                        "outputs", it.outputs().stream().map(EditReport::json).toList()));
        measured.proof().ifPresent(it -> json.put("largestDifferenceInBatches", it.largest()));
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
        lines.add("Wrote " + target.getFileName() + ": "
                + measured.made().inspect().weightBytes() + " bytes of weights instead of "
                + original.inspect().weightBytes() + ".");
        measured.proof()
                .ifPresent(it ->
                        lines.add("1, 2 and 3 examples at once give what each gives alone; the largest difference is "
                                + number(it.largest().stream().reduce(0.0, Math::max)) + "."));
        List<Effect.OfOutput> outputs = measured.effect().map(Effect::outputs).orElse(List.of());
        if (!outputs.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("output", "largest difference", "mean difference", "same best"));
            outputs.forEach(output -> rows.add(List.of(
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
