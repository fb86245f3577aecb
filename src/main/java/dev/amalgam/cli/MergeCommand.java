package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Names;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.cost.CostException;
import dev.amalgam.desk.cost.Progress;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.merge.MergeCanvas;
import dev.amalgam.desk.merge.MergeNode;
import dev.amalgam.desk.merge.MergeProof;
import dev.amalgam.desk.merge.Merged;
import dev.amalgam.desk.merge.Merging;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Refusal;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.onnx.bottom.NothingCommon;
import dev.amalgam.project.JsonText;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an amalgamation with one bottom of models that share one. */
@Command(
        name = "merge",
        description = "Find what models have in common from their inputs on, and make one bottom of it.",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "2..*",
            paramLabel = "MODEL",
            description = "the ONNX files; the bottom is taken from the first")
    private List<Path> models = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PATH",
            description = "the amalgamation to write")
    private @Nullable Path target;

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            description = "how far two weights may lie apart that are taken for one; 0, the default, for equal ones")
    private double tolerance;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (!(tolerance >= 0)) {
            throw new Failure(Exit.USAGE, "The tolerance must be a number from 0 on, such as 1e-5.");
        }
        Path path = requireNonNull(target).toAbsolutePath().normalize();
        requireNoModel(path);
        try (Desk desk = Desk.start(DeskSettings.standard());
                Workspace workspace = desk.blank()) {
            List<MergeNode> nodes = nodes(workspace);
            Merged merged = new Merged(nodes, find(nodes));
            MergeProof proof = workspace.merging().prove(merged.common(), new Stop());
            put(workspace, merged, proof, path);
            MergeReport report = new MergeReport(path.getFileName().toString(), merged, proof, sharing(workspace));
            PrintWriter out = requireNonNull(spec).commandLine().getOut();
            out.print(json ? JsonText.print(report.json()) : report.text());
            return proof.holds(merged.common()) ? Exit.DONE : Exit.NO;
        }
    }

    private void requireNoModel(Path path) throws IOException, Failure {
        for (Path model : models) {
            if (Files.exists(path) && Files.exists(model) && Files.isSameFile(path, model)) {
                throw new Failure(Exit.USAGE, "The amalgamation would replace " + model + ". Choose another name.");
            }
        }
    }

    private List<MergeNode> nodes(Workspace workspace) throws IOException, KindException {
        Names names = Names.in(Amalgamation.EMPTY);
        List<MergeNode> nodes = new ArrayList<>();
        for (Path file : models) {
            OnnxModel model = OnnxModel.read(file);
            String title = file.getFileName().toString().replaceFirst("\\.onnx$", "");
            nodes.add(MergeNode.of(names.titled(title), workspace.reference(file), model));
        }
        return nodes;
    }

    private CommonBottom find(List<MergeNode> nodes) throws OnnxException, Failure {
        return switch (Merging.search(nodes, Amalgamation.EMPTY, tolerance)) {
            case NothingCommon(String why, String remedy) ->
                throw new Failure(Exit.NO, Lines.sentence(why) + " " + Lines.sentence(remedy));
            case CommonBottom found -> found;
        };
    }

    private static void put(Workspace workspace, Merged merged, MergeProof proof, Path path)
            throws Failure, ProjectException {
        require(workspace.document().apply(graph -> MergeCanvas.of(merged, proof.sample(), graph)));
        workspace.settled();
        require(workspace.document().apply(merged::edit));
        workspace.settled();
        workspace.saveAs(path);
    }

    private static void require(Optional<Refusal> refused) throws Failure {
        if (refused.isPresent()) {
            throw new Failure(Exit.NO, Lines.sentence(refused.get().sentence()));
        }
    }

    /** What the one bottom saves; empty where what flows in must be chosen first. */
    private static Optional<Sharing> sharing(Workspace workspace) throws CostException {
        return workspace.document().state().typing().hasErrors()
                ? Optional.empty()
                : Optional.of(workspace.bench().sharing(workspace.subject(), Progress.NONE, new Stop()));
    }
}
