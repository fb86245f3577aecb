package dev.amalgam.ui.merge;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.Workspace;
import dev.amalgam.desk.merge.MergeNode;
import dev.amalgam.desk.merge.MergeProof;
import dev.amalgam.desk.merge.Merged;
import dev.amalgam.desk.merge.Merging;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Refusal;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.bottom.Common;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.onnx.bottom.NothingCommon;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Stop;
import dev.amalgam.ui.look.TextScale;
import dev.amalgam.ui.search.FocusArea;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the selected models have in common, what one bottom would save, and making it. */
final class MergeSheet extends VBox {
    private static final double WIDTH = 660;

    private final MergeHost host;
    private final Workspace workspace;
    private final Set<NodeId> selected;
    private final Runnable closed;
    private final Label summary = line("merge-summary");
    private final Label proof = line("merge-proof");
    private final Label saving = line("merge-saving");
    private final VBox parts = new VBox();
    private final TextField tolerance = new TextField("0");
    private final Button make = new Button(Texts.get("merge.make"));
    private final Stop stop = new Stop();
    private Runnable fit = () -> {};
    private boolean open = true;

    /** What a search found, and of which models. */
    private record Found(List<MergeNode> models, Common common) {}

    /** What was proved, and what the bottom takes. */
    private record Tried(MergeProof proof, OptionalLong multiplyAdds) {}

    /** @param closed takes it away; called once */
    MergeSheet(MergeHost host, Runnable closed) {
        this.host = host;
        this.workspace = host.workspace();
        this.selected = host.selected();
        this.closed = closed;
        setManaged(false);
        setId("merge");
        getStyleClass().addAll("picker", "key-sheet", "merge");
        setAccessibleText(Texts.get("merge.name"));
        tolerance.setId("merge-tolerance");
        tolerance.setAccessibleText(Texts.get("merge.tolerance"));
        tolerance.setPrefColumnCount(7);
        tolerance.setOnAction(_ -> search());
        make.setId("merge-make");
        make.setDefaultButton(true);
        getChildren().addAll(head(), summary, parts, saving, proof, foot());
        keepToItself();
        search();
    }

    private static Label line(String id) {
        Label line = new Label();
        line.setId(id);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        return line;
    }

    private HBox head() {
        Label heading = new Label(Texts.get("merge.title"));
        heading.getStyleClass().add("headline");
        Button done = new Button(Texts.get("dialog.close"));
        done.setId("merge-close");
        done.setOnAction(_ -> close());
        return row(heading, gap(), done);
    }

    private HBox foot() {
        Label name = new Label(Texts.get("merge.tolerance"));
        name.setLabelFor(tolerance);
        Button again = new Button(Texts.get("merge.again"));
        again.setId("merge-again");
        again.setOnAction(_ -> search());
        return row(name, tolerance, again, gap(), make);
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** What is done here must not reach what lies below. Tab goes on from part to part. */
    private void keepToItself() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        addEventHandler(KeyEvent.ANY, event -> {
            if (event.getCode() != KeyCode.TAB && event.getCode() != KeyCode.ENTER) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
        FocusArea.onLeave(this, this::close);
    }

    /** Takes its place in the middle of an area of that size, as high as what it says. */
    void open(double width, double height) {
        fit = () -> {
            double wide = Math.min(WIDTH * TextScale.factor(), width - 32);
            applyCss();
            double high = Math.min(Math.ceil(prefHeight(wide)), height - 32);
            resizeRelocate(Math.rint((width - wide) / 2), Math.rint((height - high) / 2), wide, high);
        };
        fit.run();
        tolerance.requestFocus();
    }

    private void search() {
        Optional<Double> most = number(tolerance.getText());
        if (most.isEmpty()) {
            say(Texts.get("merge.tolerance.wrong"));
            return;
        }
        say(Texts.get("merge.searching"));
        UiThread.compute(this, () -> find(most.get()), this::show, e -> say(Texts.say(String.valueOf(e.getMessage()))));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(value -> value >= 0 && Double.isFinite(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Found find(double most) throws KindException, OnnxException {
        Document.State state = workspace.document().state();
        List<MergeNode> models = Merging.models(state.typing(), selected);
        return new Found(models, Merging.search(models, state.graph(), most));
    }

    /** Only this, and nothing to be made. */
    private void say(String sentence) {
        summary.setText(sentence);
        saving.setText("");
        proof.setText("");
        parts.getChildren().clear();
        make.setDisable(true);
        fit.run();
    }

    private void show(Found now) {
        switch (now.common()) {
            case NothingCommon(String why, String remedy) -> say(Texts.say(why, remedy));
            case CommonBottom common -> {
                say(words(common));
                parts.getChildren().setAll(new MergeParts(common));
                proof.setText(Texts.get("merge.proving"));
                make.setDisable(false);
                make.setOnAction(_ -> put(new Merged(now.models(), common)));
                fit.run();
                UiThread.compute(
                        proof,
                        () -> attempt(common),
                        tried -> show(common, tried),
                        e -> proof.setText(Texts.say(String.valueOf(e.getMessage()))));
            }
        }
    }

    private static String words(CommonBottom common) {
        String count = Figures.count(common.operators());
        String parameters = Figures.count(common.parameters());
        String ends = String.join(", ", common.boundary());
        return common.isExact()
                ? Texts.get("merge.found", count, parameters, ends)
                : Texts.get("merge.found.near", count, parameters, ends, Figures.number(common.difference()));
    }

    private Tried attempt(CommonBottom common) throws RunException, IOException {
        Merging merging = workspace.merging();
        MergeProof proved = merging.prove(common, stop);
        return new Tried(proved, merging.multiplyAdds(common, proved.sample()));
    }

    private void show(CommonBottom common, Tried tried) {
        proof.setText(Texts.say(tried.proof().sentence()) + ".");
        int times = common.branches().size() - 1;
        String bytes = Figures.bytes(common.savedBytes());
        saving.setText(
                tried.multiplyAdds().isPresent()
                        ? Texts.get(
                                "merge.saves.all",
                                bytes,
                                Figures.count(times * tried.multiplyAdds().getAsLong()))
                        : Texts.get("merge.saves", bytes));
        fit.run();
    }

    private void put(Merged merged) {
        Optional<Refusal> refused = workspace.document().apply(merged::edit);
        if (refused.isPresent()) {
            say(Texts.say(refused.get().sentence()));
            return;
        }
        host.say(Texts.get("merge.made", merged.models().size()));
        close();
    }

    private void close() {
        if (open) {
            open = false;
            stop.now();
            closed.run();
        }
    }
}
