package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Surgery;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the part of a model that leads to some of its tensors. */
@Command(
        name = "cut",
        description = "Write the part of a model that leads to the tapped tensors.",
        mixinStandardHelpOptions = true)
final class CutCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "the ONNX file")
    private @Nullable Path model;

    @Option(
            names = "--tap",
            required = true,
            paramLabel = "TENSOR",
            description = "a tensor that becomes an output; may be given several times")
    private List<String> taps = List.of();

    @Option(
            names = "--from",
            paramLabel = "TENSOR",
            description = "a tensor that becomes an input; may be given several times")
    private List<String> from = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "the file to write")
    private @Nullable Path target;

    @Override
    public Integer call() throws Exception {
        OnnxModel whole = OnnxModel.read(requireNonNull(model));
        if (from.isEmpty()) {
            whole.cut(taps).write(requireNonNull(target).toAbsolutePath());
            return Exit.DONE;
        }
        // What becomes an input needs a type, and often the runtime alone knows it.
        try (Desk desk = Desk.start(DeskSettings.standard())) {
            OnnxModel part = Surgery.declared(whole.cut(from, taps), desk.typesOf(whole));
            part.write(requireNonNull(target).toAbsolutePath());
        }
        return Exit.DONE;
    }
}
