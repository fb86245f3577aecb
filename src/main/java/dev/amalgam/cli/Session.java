package dev.amalgam.cli;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.Npy;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.Pictures;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One amalgamation opened for one command. */
final class Session implements AutoCloseable {
    private final Desk desk;
    private final Workspace workspace;
    private final Path file;

    private Session(Desk desk, Workspace workspace, Path file) {
        this.desk = desk;
        this.workspace = workspace;
        this.file = file;
    }

    static Session open(Path file) throws ProjectException {
        Desk desk = Desk.start(DeskSettings.standard());
        try {
            return new Session(desk, desk.open(file), file);
        } catch (ProjectException e) {
            desk.close();
            throw e;
        }
    }

    Desk desk() {
        return desk;
    }

    Workspace workspace() {
        return workspace;
    }

    String fileName() {
        return file.getFileName().toString();
    }

    /** The types, once the runtime has told what is inside the models. */
    Typing typing() {
        return workspace.settled().typing();
    }

    /** The types, where nothing stands against running. */
    Typing sound() throws Failure {
        Typing typing = typing();
        List<Problem> errors =
                typing.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw Failure.of(fileName(), errors);
        }
        return typing;
    }

    /** Runs node by node. */
    RunReport run(Map<String, Path> inputs) throws Failure, RunException, KindException, ProjectException {
        Typing typing = sound();
        return complete(workspace
                .engine()
                .runNodes(typing, given(typing, inputs), desk.settings().run(), EngineListener.NONE));
    }

    /** Runs the one model that ships. */
    RunReport runAsShipped(Map<String, Path> inputs) throws Failure, RunException, KindException, ProjectException {
        Typing typing = sound();
        Map<NodeId, Tensor> given = given(typing, inputs);
        return complete(workspace
                .engine()
                .runFused(typing, given, workspace.name(), desk.settings().run()));
    }

    /** What stands against the amalgamation and against the files that fill its inputs. */
    List<Problem> problems() {
        Typing typing = typing();
        List<Problem> all = new ArrayList<>(typing.problems());
        all.addAll(workspace.engine().check(typing));
        return all;
    }

    private RunReport complete(RunReport report) throws Failure {
        if (!report.isComplete()) {
            throw Failure.of(fileName(), report.problems());
        }
        return report;
    }

    private Map<NodeId, Tensor> given(Typing typing, Map<String, Path> inputs)
            throws Failure, KindException, ProjectException {
        Map<NodeId, Tensor> given = new HashMap<>();
        for (Map.Entry<String, Path> input : inputs.entrySet()) {
            TypedNode source = source(typing, input.getKey());
            given.put(source.id(), read(source.outputs().firstEntry().getValue().type(), input.getValue()));
        }
        return given;
    }

    private TypedNode source(Typing typing, String name) throws Failure {
        List<TypedNode> sources =
                typing.ordered().stream().filter(Session::isSource).toList();
        Optional<TypedNode> found =
                sources.stream().filter(node -> node.id().name().equals(name)).findFirst();
        if (found.isEmpty()) {
            List<String> names = sources.stream().map(node -> node.id().name()).toList();
            throw new Failure(
                    Exit.USAGE,
                    fileName() + " has no input named '" + name + "'. It has: " + String.join(", ", names) + ".");
        }
        return found.get();
    }

    private static boolean isSource(TypedNode node) {
        try {
            Optional<Feed> feed = node.kind().feed(node.chosen());
            return feed.isPresent();
        } catch (KindException e) {
            return false;
        }
    }

    private static Tensor read(TensorType type, Path path) throws KindException, Failure, ProjectException {
        boolean picture =
                type.element() == ElementType.UINT8 && type.shape().dims().size() == 3;
        boolean numpy = path.toString().endsWith(".npy");
        if (!Files.isRegularFile(path)) {
            throw new Failure(Exit.FILE, "There is no file '" + path + "'. Check the path.");
        }
        return picture && !numpy ? Pictures.read(path) : Npy.read(path);
    }

    @Override
    public void close() {
        workspace.close();
        desk.close();
    }
}
