package dev.amalgam.ui;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Names;
import dev.amalgam.desk.Workspace;
import dev.amalgam.export.Restoration;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.canvas.CanvasHost;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the canvas asks of the window: to say why not, and to take files that were dropped. Each file is one step to undo. */
final class CanvasFiles implements CanvasHost {
    private final Workspace workspace;
    private final FileChoice files;
    private final Consumer<String> say;
    private final Consumer<Path> open;
    private final Consumer<PortRef> look;
    private final Predicate<NodeId> inside;

    /**
     * @param open opens an amalgamation beside this one
     * @param look shows the value of an output enlarged
     * @param inside shows what is inside a node, where there is something
     */
    CanvasFiles(
            Workspace workspace,
            FileChoice files,
            Consumer<String> say,
            Consumer<Path> open,
            Consumer<PortRef> look,
            Predicate<NodeId> inside) {
        this.workspace = workspace;
        this.files = files;
        this.say = say;
        this.open = open;
        this.look = look;
        this.inside = inside;
    }

    @Override
    public void tell(String sentence, String remedy) {
        say.accept(sentence + ". " + remedy + ".");
    }

    @Override
    public void look(PortRef output) {
        look.accept(output);
    }

    @Override
    public boolean openInside(NodeId node) {
        return inside.test(node);
    }

    @Override
    public void fileForNode(NodeId node, String setting, Path file) {
        files.refer(file, reference -> document().apply(new Edit.Change(node, setting, Optional.of(reference))));
    }

    @Override
    public void filesForNode(NodeId node, String setting, List<Path> chosen) {
        files.refer(chosen, reference -> document().apply(new Edit.Change(node, setting, Optional.of(reference))));
    }

    @Override
    public void fileForCanvas(Path file, Position at) {
        if (FileCommands.isAmalgamation(file)) {
            open.accept(file);
        } else if (FileCommands.isModel(file)) {
            // One that was exported here holds an amalgamation; any other is a component.
            UiThread.compute(file, () -> Restoration.isPossible(file), carries -> take(file, at, carries));
        } else {
            forNewNode(file, at);
        }
    }

    private void take(Path file, Position at, boolean carries) {
        if (carries) {
            open.accept(file);
        } else {
            forNewNode(file, at);
        }
    }

    private void forNewNode(Path file, Position at) {
        Optional<Kind> kind = document().state().typing().catalogue().kinds().stream()
                .filter(candidate -> setting(candidate, file).isPresent())
                .findFirst();
        if (kind.isEmpty()) {
            say.accept(Texts.get("canvas.no-kind", file.getFileName()));
        } else {
            files.refer(file, reference -> add(kind.get(), file, reference, at));
        }
    }

    private void add(Kind kind, Path file, FileRef reference, Position at) {
        String setting = setting(kind, file).orElseThrow();
        Settings settings = Settings.NONE.with(setting, reference);
        document().apply(graph -> {
            NodeId name = Names.fresh(kind.about().title(), graph);
            return new Edit.Add(new Node(name, kind.name(), settings), at);
        });
    }

    /** The setting of a source or a model that takes files with this ending. */
    private static Optional<String> setting(Kind kind, Path file) {
        List<Family> families = List.of(Family.SOURCE, Family.MODEL);
        String name = file.getFileName().toString();
        return kind.schema().settings().stream()
                .filter(_ -> families.contains(kind.about().family()))
                .filter(setting -> setting.field() instanceof Setting.File field
                        && (Files.isDirectory(file) ? field.folders() : field.takes(name)))
                .map(Setting::name)
                .findFirst();
    }

    private Document document() {
        return workspace.document();
    }
}
