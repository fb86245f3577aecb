package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.recipe.Measurement;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Schema;
import dev.amalgam.kind.StepText;
import dev.amalgam.kind.model.RecipeSetting;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.recipe.Recipe;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.JsonText;
import dev.amalgam.project.ModelTypes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes a model step by step and tells what that changes. */
@Command(
        name = "edit",
        description = "Write a changed copy of a model, made step by step, and tell how its answers differ.",
        mixinStandardHelpOptions = true)
final class EditCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "the ONNX file, which stays as it is")
    private @Nullable Path model;

    @Option(
            names = "--step",
            required = true,
            paramLabel = "STEP",
            description = {
                "a step, such as \"cut to=logits\", \"rename what=input old=x new=image\", \"delete tensor=y\", fold,"
                        + " tidy, batch, \"opset version=21\", float16 or int8; may be given several times"
            })
    private List<String> steps = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "the file to write")
    private @Nullable Path target;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path from = requireNonNull(model);
        Path to = requireNonNull(target).toAbsolutePath();
        if (Files.exists(to) && Files.exists(from) && Files.isSameFile(to, from)) {
            throw new Failure(Exit.USAGE, "The copy would replace the model itself. Choose another name.");
        }
        OnnxModel original = OnnxModel.read(from);
        Recipe recipe = recipe();
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            Measurement measured = desk.workshop().measure(original, recipe);
            if (measured.proof().isPresent() && !measured.proof().get().holds()) {
                throw new Failure(
                        Exit.NO,
                        "The model cannot take several examples at once: "
                                + Lines.sentence(measured.proof().get().why()) + " Nothing was written.");
            }
            measured.made().write(to);
            tell(new EditReport(original, measured, to));
        }
        return Exit.DONE;
    }

    private Recipe recipe() throws KindException {
        List<Value> rows = new ArrayList<>();
        for (String step : steps) {
            rows.add(StepText.parse(step, RecipeSetting.RECIPE));
        }
        Chosen chosen = Schema.of(RecipeSetting.RECIPE)
                .choose(Settings.of(Map.of(RecipeSetting.RECIPE.name(), new Value.Items(rows))));
        return RecipeSetting.read(chosen, new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE));
    }

    private void tell(EditReport report) {
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        out.print(json ? JsonText.print(report.json()) : report.text());
    }
}
