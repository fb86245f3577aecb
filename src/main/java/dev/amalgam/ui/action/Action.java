package dev.amalgam.ui.action;

import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCombination;

/** One thing the window can do, by name. What it may say and whether it makes sense follow the window's state. */
public final class Action {
    private final String name;
    private final BooleanSupplier task;
    private final boolean edit;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<List<KeyCombination>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private BooleanSupplier sense = () -> true;
    private Supplier<String> words;
    private Optional<BooleanSupplier> state = Optional.empty();

    Action(String name, boolean edit, BooleanSupplier task) {
        this.name = name;
        this.edit = edit;
        this.task = task;
        this.words = () -> Texts.get(name);
        this.title = new ReadOnlyStringWrapper(Texts.get(name));
    }

    /** Its name in menus, keys and tests, such as {@code edit.undo}. */
    public String name() {
        return name;
    }

    /** The area it belongs to: what its name begins with, such as {@code edit}. */
    public String area() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether it changes the document, and can be undone for that. */
    public boolean isEdit() {
        return edit;
    }

    /** What people read; it may say more at times, such as {@code Undo connect photo to resize}. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What people read, whatever the moment. */
    public String title() {
        return Texts.get(name);
    }

    /** One line on what it does. */
    public String help() {
        return Texts.get(name + ".help");
    }

    /** The keys that call it, the most usual first. */
    public ReadOnlyObjectProperty<List<KeyCombination>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    /** The keys as people read them, with commas between; empty where there are none. */
    public String keysText() {
        return keys.get().stream().map(KeyCombination::getDisplayText).collect(Collectors.joining(", "));
    }

    void setKeys(List<KeyCombination> combinations) {
        keys.set(combinations);
    }

    /** Whether it makes sense now. */
    public ReadOnlyBooleanProperty enabledProperty() {
        return enabled.getReadOnlyProperty();
    }

    /** Whether it switches something on and off. */
    public boolean isSwitch() {
        return state.isPresent();
    }

    /** Whether what it switches is on. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Makes sense only while {@code condition} holds; it is asked after every change of the window and must be quick. */
    public Action when(BooleanSupplier condition) {
        sense = condition;
        return refresh();
    }

    /** Makes no sense while {@code condition} holds either. */
    public Action unless(BooleanSupplier condition) {
        BooleanSupplier before = sense;
        return when(() -> !condition.getAsBoolean() && before.getAsBoolean());
    }

    /** Is called what {@code words} say at the moment; they are asked after every change of the window. */
    public Action titled(Supplier<String> title) {
        words = title;
        return refresh();
    }

    /** Switches something on and off, which is on while {@code state} holds. */
    public Action switches(BooleanSupplier isOn) {
        state = Optional.of(isOn);
        return refresh();
    }

    Action refresh() {
        enabled.set(sense.getAsBoolean());
        title.set(words.get());
        on.set(state.isPresent() && state.get().getAsBoolean());
        return this;
    }

    /** Does it, where it makes sense now. @return whether it did */
    public boolean run() {
        refresh();
        boolean done = enabled.get() && task.getAsBoolean();
        refresh();
        return done;
    }

    @Override
    public String toString() {
        return name;
    }
}
