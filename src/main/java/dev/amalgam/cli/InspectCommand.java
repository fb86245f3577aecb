package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.JsonText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is inside a model. */
@Command(name = "inspect", description = "Tell what is inside an ONNX model.", mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "the ONNX file")
    private @Nullable Path model;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        OnnxModel read = OnnxModel.read(requireNonNull(model));
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            Map<String, Object> report = Inspected.json(desk.explainer().explain(read));
            PrintWriter out = requireNonNull(spec).commandLine().getOut();
            out.print(json ? JsonText.print(report) : Inspected.text(report));
        }
        return Exit.DONE;
    }
}
