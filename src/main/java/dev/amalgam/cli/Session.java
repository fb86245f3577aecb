package dev.amalgam.cli;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.cost.Subject;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.run.engine.Shipped;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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
        return open(file, UnaryOperator.identity());
    }

    /** @param how says how it is run instead of how its file says it */
    static Session open(Path file, UnaryOperator<Execution> how) throws ProjectException {
        Desk desk = Desk.start(DeskSettings.standard());
        try {
            Workspace workspace = desk.open(file);
            workspace.document().apply(graph -> new Edit.Execute(how.apply(graph.execution())));
            return new Session(desk, workspace, file);
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
                .runNodes(
                        typing,
                        new Inputs(typing, fileName()).read(inputs),
                        desk.settings().run(),
                        EngineListener.NONE));
    }

    /** Runs the one model that ships. */
    RunReport runAsShipped(Map<String, Path> inputs) throws Failure, RunException, KindException, ProjectException {
        Typing typing = sound();
        Map<NodeId, Tensor> given = new Inputs(typing, fileName()).read(inputs);
        return complete(ship(typing, given).run(given, new Stop()));
    }

    /**
     * Runs the one model that ships on each file of a folder; the next is read while one runs.
     *
     * @param name of the input that the folder is for
     * @param others files for other inputs, the same for each
     */
    void runEach(String name, Path folder, Map<String, Path> others, FolderReport report)
            throws Failure, RunException, KindException, ProjectException, IOException {
        Typing typing = sound();
        Inputs inputs = new Inputs(typing, fileName());
        FolderInput frames = new FolderInput(
                folder, inputs.named(name), inputs.read(others), (file, why) -> report.failed(file, List.of(why)));
        if (frames.hasNext()) {
            Shipped shipped = ship(typing, frames.peek());
            // One that takes too long ends the rest, which then goes on without it.
            while (frames.hasNext()) {
                shipped.run(frames, one -> report.ran(frames.answered(), one), new Stop());
            }
        }
    }

    /** What to measure. */
    Subject subject(Map<String, Path> inputs) throws Failure, KindException, ProjectException {
        Typing typing = sound();
        return new Subject(
                workspace.name(),
                typing,
                new Inputs(typing, fileName()).read(inputs),
                desk.settings().run().as(typing.graph().execution()));
    }

    private Shipped ship(Typing typing, Map<NodeId, Tensor> given) throws Failure, RunException {
        try {
            return workspace
                    .engine()
                    .ship(typing, given, workspace.name(), desk.settings().run());
        } catch (LoweringException e) {
            throw Failure.of(fileName(), List.of(e.problem()));
        }
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

    @Override
    public void close() {
        workspace.close();
        desk.close();
    }
}
