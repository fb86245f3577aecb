package dev.amalgam.ui.merge;

import dev.amalgam.desk.Figures;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.bottom.Branch;
import dev.amalgam.onnx.bottom.CommonBottom;
import dev.amalgam.ui.text.Texts;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The bottom and what each model makes of it, one line each. */
final class MergeParts extends GridPane {
    MergeParts(CommonBottom common) {
        super(16, 4);
        setId("merge-parts");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(name, number, number, number);
        addRow(
                0,
                quiet(Texts.get("merge.part")),
                quiet(Texts.get("merge.operators")),
                quiet(Texts.get("merge.parameters")),
                quiet(Texts.get("merge.weights")));
        add(
                Texts.get("merge.bottom"),
                common.operators(),
                Optional.of(common.bottom().inspect()));
        for (Branch branch : common.branches()) {
            Optional<Inspection> rest = branch.rest().map(it -> it.inspect());
            int operators = rest.map(it -> it.interior().size()).orElse(0);
            add(branch.of().name(), operators, rest);
        }
    }

    private void add(String name, int operators, Optional<Inspection> part) {
        Label title = new Label(name);
        title.getStyleClass().add("merge-name");
        addRow(
                getRowCount(),
                title,
                new Label(Figures.count(operators)),
                new Label(Figures.count(part.map(Inspection::parameters).orElse(0L))),
                new Label(Figures.bytes(part.map(Inspection::weightBytes).orElse(0L))));
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }
}
