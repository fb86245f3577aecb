package dev.amalgam.kind.model;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.About;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Lowering;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.kind.Signature;
import dev.amalgam.kind.Signature.Meaning;
import dev.amalgam.kind.part.Meanings;
import dev.amalgam.kind.part.Near;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Ref;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.tensor.ElementVariable;
import dev.amalgam.tensor.Representation;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model from a file: its inputs, and as outputs the tensors that were tapped, or its own outputs where nothing is. What the
 * taps do not need is cut off.
 */
public final class OnnxKind implements Kind {
    private static final String GUESS = "guess";
    private static final Setting TAPS = new Setting(
            "taps",
            "Taps",
            "Tensors inside the model to offer as outputs; with none, the model's own outputs.",
            new Setting.Table(List.of(
                    new Setting("tensor", "Tensor", "Its name in the model.", new Setting.Text("")),
                    new Setting(
                            "name", "Name", "What to call it here; left empty for its own name.", new Setting.Text("")),
                    Meanings.setting(GUESS, List.of(new Option(GUESS, "guessed"))))));

    /** A tensor of the model that becomes an output under a name. */
    private record Tap(String tensor, String name, Optional<Representation> said) {}

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public About about() {
        return new About(
                "ONNX model",
                Family.MODEL,
                "any → taps",
                "A trained model from a file, such as a shared bottom; any tensor inside can be tapped.");
    }

    @Override
    public Schema schema() {
        return Schema.of(
                new Setting("model", "Model", "An ONNX file.", new Setting.File(List.of("onnx"), true)),
                RecipeSetting.RECIPE,
                TAPS);
    }

    @Override
    public Signature signature(Chosen settings, Components components) throws KindException {
        FileRef file = settings.requiredFile("model");
        Recipe recipe = RecipeSetting.read(settings, components);
        OnnxModel model = components.edited(file, recipe);
        Map<String, TensorType> types = components.types(file, recipe);
        Signature.Builder signature = Signature.builder();
        for (Inspection.Value input : model.inspect().inputs()) {
            signature.in(input.name(), inputType(model, input, types));
        }
        for (Tap tap : taps(settings, model)) {
            TensorType type = types.getOrDefault(tap.tensor(), unknown(tap.tensor()));
            Representation meaning = tap.said().orElseGet(() -> new Guess(model).representation(tap.tensor(), type));
            signature.out(tap.name(), type, new Meaning.Is(meaning));
        }
        return signature.build();
    }

    private static TensorType inputType(OnnxModel model, Inspection.Value input, Map<String, TensorType> types)
            throws KindException {
        if (input.type().isEmpty()
                && !types.containsKey(input.name())
                && !input.typeText().equals("?")) {
            throw new KindException(
                    "not-a-tensor",
                    "model",
                    model.origin() + " takes '" + input.name() + "' as " + input.typeText()
                            + ", and wires carry tensors",
                    "Choose a model that takes tensors");
        }
        return types.getOrDefault(input.name(), input.type().orElseGet(() -> unknown(input.name())));
    }

    private static TensorType unknown(String tensor) {
        return new TensorType(new ElementVariable("", "?" + tensor, Set.of()), Shape.unranked(tensor));
    }

    private static List<Tap> taps(Chosen settings, OnnxModel model) throws KindException {
        List<Tap> taps = new ArrayList<>();
        for (Chosen row : settings.rows(TAPS)) {
            String tensor = row.text("tensor");
            String name = row.text("name");
            taps.add(new Tap(tensor, name.isEmpty() ? tensor : name, Meanings.representation(row)));
        }
        if (taps.isEmpty()) {
            model.inspect().outputs().forEach(out -> taps.add(new Tap(out.name(), out.name(), Optional.empty())));
        }
        check(taps, model);
        return taps;
    }

    private static void check(List<Tap> taps, OnnxModel model) throws KindException {
        Set<String> known = new HashSet<>();
        model.inspect().interior().forEach(interior -> known.add(interior.tensor()));
        model.inspect().outputs().forEach(output -> known.add(output.name()));
        Set<String> names = new HashSet<>();
        for (Tap tap : taps) {
            if (!known.contains(tap.tensor())) {
                throw new KindException(
                        "unknown-tensor",
                        TAPS.name(),
                        model.origin() + " has no tensor named '" + tap.tensor() + "'",
                        Near.remedy(tap.tensor(), known));
            }
            if (!names.add(tap.name())) {
                throw KindException.setting(
                        TAPS.name(), "two taps are named '" + tap.name() + "'", "Give each tap a name of its own");
            }
        }
    }

    @Override
    public void lower(Lowering lowering) throws KindException {
        OnnxModel model = RecipeSetting.model(lowering.settings(), lowering.components());
        List<Tap> taps = taps(lowering.settings(), model);
        Map<String, Ref> inputs = new LinkedHashMap<>();
        Set<Ref> connected = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Inspection.Value input : model.inspect().inputs()) {
            Ref ref = lowering.in(input.name());
            // Two inputs that are given the same tensor stay two, so that the model can be taken out of the file again.
            inputs.put(input.name(), connected.add(ref) ? ref : lowering.scope().op("Identity", ref));
        }
        try {
            List<String> tensors = taps.stream().map(Tap::tensor).distinct().toList();
            Map<String, Ref> made = lowering.scope().splice(model, inputs, tensors);
            lowering.consistsOf(new Lowering.Spliced("model", model, inputs, made));
            for (Tap tap : taps) {
                lowering.out(
                        tap.name(), Optional.ofNullable(made.get(tap.tensor())).orElseThrow());
            }
        } catch (OnnxException e) {
            throw new KindException(
                    "bad-file", "model", String.valueOf(e.getMessage()), "Choose another model or other taps");
        }
    }
}
