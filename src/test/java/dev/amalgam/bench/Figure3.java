package dev.amalgam.bench;

import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Edits;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Outcome;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.engine.Shipped;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The sample, opened as the program opens it, and the models that can be made of it. */
final class Figure3 implements AutoCloseable {
    static final Path FOLDER = Path.of("samples", "figure-3");
    static final Path FILE = FOLDER.resolve("figure-3.amalgam");
    static final String INPUT = "photo";
    static final List<String> TASKS = List.of("localise", "recognise", "decide", "watch");

    private final Desk desk;
    private final Workspace workspace;
    private final Typing typing;

    Figure3() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(FILE);
        typing = workspace.settled().typing();
    }

    /** The four tasks as they ship, made ready as {@code amalgam run} does it. */
    Shipped shipped(Tensor photo) throws Exception {
        return workspace.engine().ship(typing, given(photo), workspace.name(), RunOptions.DEFAULT);
    }

    /** What fills the input of the sample. */
    static Map<NodeId, Tensor> given(Tensor photo) {
        return Map.of(new NodeId(INPUT), photo);
    }

    /** All four tasks in one model, as {@code amalgam export} writes it. */
    Path fourTasks() throws Exception {
        return write(typing, "figure-3");
    }

    /** One task with a bottom of its own. */
    Path oneTask(String task) throws Exception {
        return write(without(task), task);
    }

    /** Pre-stem and shared bottom up to its last tap, the logits, and no task. */
    Path bottom() throws Exception {
        Typing none = without("");
        NodeId end = new NodeId("end");
        Edits edits = new Edits(none);
        Amalgamation added = applied(
                edits.apply(none.graph(), new Edit.Add(new Node(end, "output", Settings.NONE), new Position(0, 0))));
        Amalgamation wired = applied(
                edits.apply(added, new Edit.Connect(PortRef.parse("shared bottom.logits"), new PortRef(end, "value"))));
        return write(none.next(wired), "bottom");
    }

    private Typing without(String keptTask) {
        Set<String> others = new TreeSet<>(TASKS);
        others.remove(keptTask);
        Set<NodeId> gone = Set.copyOf(others.stream().map(NodeId::new).toList());
        return typing.next(applied(new Edits(typing).apply(typing.graph(), new Edit.Remove(gone))));
    }

    private static Amalgamation applied(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied(Amalgamation graph) -> graph;
            case Outcome.Refused(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    private static Path write(Typing typing, String name) throws Exception {
        Path file = Files.createTempFile(name + "-", ".onnx");
        file.toFile().deleteOnExit();
        new Regions(typing).fused(name).source().build().write(file);
        return file;
    }

    @Override
    public void close() {
        workspace.close();
        desk.close();
    }
}
