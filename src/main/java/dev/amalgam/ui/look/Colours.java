package dev.amalgam.ui.look;

import dev.amalgam.graph.Tint;
import dev.amalgam.tensor.Representation.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The theme's colours as values, for what is painted by hand. An invisible node: it gets them from the style sheet like any
 * other, so that they follow the theme.
 */
public final class Colours extends Region {
    private static final StyleablePropertyFactory<Colours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final List<String> NAMES = List.of(
            "ground",
            "panel",
            "card",
            "edge",
            "text",
            "quiet",
            "accent",
            "good",
            "bad",
            "warn",
            "raw",
            "encoding",
            "embedding",
            "logits",
            "soft",
            "hard",
            "dense",
            "structured",
            "heat",
            "tint-red",
            "tint-orange",
            "tint-yellow",
            "tint-green",
            "tint-teal",
            "tint-blue",
            "tint-purple",
            "tint-grey");

    private final Map<String, StyleableProperty<Color>> values = new HashMap<>();
    private final Runnable whenChanged;

    /** Colours that tell {@code whenChanged} when the theme gives others. */
    public Colours(Runnable whenChanged) {
        this.whenChanged = whenChanged;
        getStyleClass().add("colours");
        setManaged(false);
        setVisible(false);
        NAMES.forEach(this::follow);
    }

    private void follow(String name) {
        StyleableProperty<Color> value = FACTORY.createStyleableColorProperty(
                this, name, "-look-" + name, it -> it.values.get(name), Color.GREY);
        values.put(name, value);
        ((javafx.beans.value.ObservableValue<?>) value).addListener(_ -> whenChanged.run());
    }

    /** The colour that the theme calls {@code -name}. @throws IllegalArgumentException where it has no such colour */
    public Color get(String name) {
        StyleableProperty<Color> value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the themes have no colour -" + name);
        }
        return value.getValue();
    }

    /** The colour of a form of representation. */
    public Color get(Form form) {
        return get(Glyph.styleClass(form));
    }

    /** The colour of a tint. */
    public Color get(Tint tint) {
        return get("tint-" + tint.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
