package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.look.TextScale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number on a slider with a field beside it. It counts while it is dragged, and one undo takes the whole way back. */
final class RealEditor implements Editor {
    /** A range wider than this is typed: a slider would be too coarse for it. */
    private static final double WIDEST = 1000;

    /** From this ratio on, each step of the slider multiplies instead of adding. */
    private static final double LOGARITHMIC_FROM = 50;

    private final Setting.Real field;
    private final Slider slider = new Slider(0, 1, 0);
    private final TypedField typed;
    private final HBox row;
    private boolean turned;

    private RealEditor(Setting.Real field, Host host) {
        this.field = field;
        this.typed = TypedField.real(field, host);
        TextField text = (TextField) typed.node();
        text.setPrefColumnCount(5);
        text.minWidthProperty().bind(TextScale.length(64));
        text.maxWidthProperty().bind(TextScale.length(72));
        HBox.setHgrow(slider, Priority.ALWAYS);
        row = new HBox(8, slider, text);
        row.setAlignment(Pos.CENTER_LEFT);
        slider.setBlockIncrement(0.02);
        slider.valueProperty().addListener((_, _, at) -> {
            text.setText(TypedField.plain(number(at.doubleValue())));
            if (slider.isValueChanging()) {
                host.turn(new Value.Real(number(at.doubleValue())), turned);
                turned = true;
            }
        });
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (changing) {
                turned = false;
            }
        });
        // A click on the track or an arrow key changes the value without dragging.
        slider.setOnMouseReleased(_ -> host.commit(new Value.Real(number(slider.getValue()))));
        slider.setOnKeyReleased(_ -> host.commit(new Value.Real(number(slider.getValue()))));
    }

    static Editor of(Setting.Real field, Host host) {
        return field.most() - field.least() <= WIDEST ? new RealEditor(field, host) : TypedField.real(field, host);
    }

    private boolean logarithmic() {
        return field.least() > 0 && field.most() / field.least() >= LOGARITHMIC_FROM;
    }

    /** The number at a place of the slider from 0 to 1, with three digits: nobody aims better with a mouse. */
    private double number(double at) {
        double exact = logarithmic()
                ? field.least() * Math.pow(field.most() / field.least(), at)
                : field.least() + at * (field.most() - field.least());
        double rounded = new BigDecimal(exact).round(new MathContext(3)).doubleValue();
        return Math.clamp(rounded, field.least(), field.most());
    }

    private double place(double number) {
        return logarithmic()
                ? Math.log(number / field.least()) / Math.log(field.most() / field.least())
                : (number - field.least()) / (field.most() - field.least());
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Optional<Value> value) {
        if (slider.isValueChanging()) {
            return;
        }
        double number = switch (value.orElse(null)) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> whole;
            case null, default -> field.standard();
        };
        slider.setValue(Math.clamp(place(number), 0, 1));
        typed.show(value);
    }
}
