package dev.amalgam.kind.model;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.Setting.Form;
import dev.amalgam.kind.Setting.Option;
import dev.amalgam.onnx.GraphBuilder;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.onnx.recipe.Step;
import java.util.ArrayList;
import java.util.List;

/** The steps that are made on a model before it is used, as a setting. */
public final class RecipeSetting {
    private static final Setting OPERATOR = text("tensor", "Operator", "A tensor that it makes.");

    /** The setting: its forms are the sorts of steps. */
    public static final Setting RECIPE = new Setting(
            "recipe",
            "Recipe",
            "Steps made on the model before it is used; the file stays as it is.",
            new Setting.Steps(List.of(
                    new Form(
                            "cut",
                            "Cut",
                            "Keep only what makes some tensors.",
                            List.of(
                                    lines("to", "Up to", "The tensors that become outputs, one a line."),
                                    lines(
                                            "from",
                                            "Beginning at",
                                            "Tensors that become inputs, one a line; none for the model's own"
                                                    + " inputs."))),
                    new Form(
                            "rename",
                            "Rename",
                            "Give an input, an output or a size another name.",
                            List.of(
                                    new Setting(
                                            "what",
                                            "What",
                                            "What gets another name.",
                                            new Setting.Choice(
                                                    List.of(
                                                            new Option("input", "Input"),
                                                            new Option("output", "Output"),
                                                            new Option("size", "Size")),
                                                    "output")),
                                    text("old", "Now", "Its name so far."),
                                    text("new", "Then", "Its name from now on."))),
                    new Form(
                            "delete",
                            "Delete an operator",
                            "Take an operator away and pass on what it reads.",
                            List.of(
                                    OPERATOR,
                                    text("pass", "Pass on", "Which of its inputs; left empty for the first."))),
                    new Form(
                            "insert",
                            "Insert an operator",
                            "Put an operator on a tensor: what read the tensor reads its result.",
                            List.of(
                                    text("tensor", "Tensor", "The tensor that it reads first."),
                                    text("operator", "New operator", "Its type, such as Relu."),
                                    lines("inputs", "Further inputs", "Tensors that it reads besides, one a line."),
                                    lines("attributes", "Attributes", "Such as axis=1, one a line."))),
                    new Form(
                            "replace",
                            "Replace an operator",
                            "Put another operator in its place; what it makes keeps its name.",
                            List.of(
                                    OPERATOR,
                                    text("operator", "New operator", "Its type, such as Relu."),
                                    lines("inputs", "Inputs", "What it reads, one a line; left empty for the same."),
                                    lines("attributes", "Attributes", "Such as axis=1, one a line."))),
                    new Form(
                            "attribute",
                            "Set an attribute",
                            "Set an attribute of an operator.",
                            List.of(
                                    OPERATOR,
                                    text("attribute", "Attribute", "Its name, such as axis."),
                                    text(
                                            "value",
                                            "Value",
                                            "A number, [a, list] or a word; left empty to take it away."))),
                    new Form("fold", "Fold constants", "Compute once what does not depend on the inputs.", List.of()),
                    new Form(
                            "tidy",
                            "Drop unused weights",
                            "Drop weights that nothing reads, and all but one of equal ones.",
                            List.of()),
                    new Form(
                            "batch",
                            "Any number of examples",
                            "Let a model that takes one example take any number.",
                            List.of(new Setting("size", "Size", "What the number is called.", new Setting.Text("N")))),
                    new Form(
                            "opset",
                            "Raise the operator set",
                            "Write the model in a later operator set.",
                            List.of(new Setting(
                                    "version",
                                    "Operator set",
                                    "The version of ONNX's own operators.",
                                    new Setting.Whole(7, 26, GraphBuilder.OPSET)))),
                    new Form(
                            "float16",
                            "Store weights as float16",
                            "Half the size; inputs, outputs and computing stay float32.",
                            List.of()),
                    new Form(
                            "int8",
                            "Quantise to int8",
                            "A quarter of the size; matrix products are computed in whole numbers.",
                            List.of()),
                    new Form(
                            "head",
                            "Replace the head",
                            "Cut at a tensor and put another model behind it.",
                            List.of(
                                    text("tensor", "Cut at", "The tensor that the head takes."),
                                    new Setting(
                                            "model", "Head", "An ONNX file.", new Setting.File(List.of("onnx"), true)),
                                    text(
                                            "input",
                                            "Its input",
                                            "Which input takes the tensor; left empty where there is one."))))));

    private RecipeSetting() {}

    private static Setting text(String name, String title, String help) {
        return new Setting(name, title, help, new Setting.Text(""));
    }

    private static Setting lines(String name, String title, String help) {
        return new Setting(name, title, help, new Setting.Text("", true));
    }

    /** What was chosen. @throws KindException where a file that a step needs cannot be read */
    public static Recipe read(Chosen settings, Components components) throws KindException {
        List<Step> steps = new ArrayList<>();
        for (Chosen row : settings.rows(RECIPE)) {
            steps.add(step(row, components));
        }
        return new Recipe(steps);
    }

    /**
     * The model of a node of the kind {@code onnx} after its recipe.
     *
     * @throws KindException where a file cannot be read or a step cannot be made
     */
    public static OnnxModel model(Chosen settings, Components components) throws KindException {
        FileRef file = settings.requiredFile("model");
        return components.edited(file, read(settings, components));
    }

    private static Step step(Chosen row, Components components) throws KindException {
        return switch (row.text(Setting.Steps.FORM)) {
            case "cut" -> new Step.Cut(names(row, "from"), names(row, "to"));
            case "rename" -> new Step.Rename(named(row.text("what")), row.text("old"), row.text("new"));
            case "delete" -> new Step.Delete(row.text("tensor"), row.text("pass"));
            case "insert" ->
                new Step.Insert(
                        row.text("tensor"), row.text("operator"), names(row, "inputs"), names(row, "attributes"));
            case "replace" ->
                new Step.Replace(
                        row.text("tensor"), row.text("operator"), names(row, "inputs"), names(row, "attributes"));
            case "attribute" -> new Step.Attribute(row.text("tensor"), row.text("attribute"), row.text("value"));
            case "fold" -> new Step.Fold();
            case "tidy" -> new Step.Tidy();
            case "batch" -> new Step.Batch(row.text("size"));
            case "opset" -> new Step.Opset(Math.toIntExact(row.whole("version")));
            case "float16" -> new Step.Float16();
            case "int8" -> new Step.Int8();
            case "head" ->
                new Step.Head(row.text("tensor"), components.model(row.requiredFile("model")), row.text("input"));
            default -> throw new IllegalArgumentException("no step is named " + row.text(Setting.Steps.FORM));
        };
    }

    private static Step.Named named(String what) {
        return switch (what) {
            case "input" -> Step.Named.INPUT;
            case "output" -> Step.Named.OUTPUT;
            default -> Step.Named.SIZE;
        };
    }

    private static List<String> names(Chosen row, String column) {
        return row.text(column)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
