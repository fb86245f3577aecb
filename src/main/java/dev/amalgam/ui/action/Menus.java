package dev.amalgam.ui.action;

import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Menus made of actions, as {@code assets/actions/menus.properties} lists them: an item is the name of an action, {@code -} a
 * line between groups, {@code > NAME} the menu of that name inside this one. The title of a menu is the text {@code
 * menu.NAME}. What is not known before, such as the files opened last, is filled in whenever its menu opens.
 */
public final class Menus {
    private final Actions actions;
    private final SortedMap<String, List<String>> lists = ActionLists.read("menus");
    private final Map<String, Supplier<List<MenuItem>>> fillings = new HashMap<>();

    /** Menus of these actions; they must be there when a menu is made. */
    public Menus(Actions actions) {
        this.actions = actions;
    }

    /** Fills the menu of that name anew each time the menu that it stands in opens; without items it is disabled. */
    public void fill(String name, Supplier<List<MenuItem>> items) {
        fillings.put(name, items);
    }

    /** The menus of the menu bar. @throws IllegalArgumentException where a list names what there is not */
    public List<Menu> bar() {
        return list("bar").stream().map(this::entry).map(Menu.class::cast).toList();
    }

    /** A menu to be shown at a thing of that sort: the list {@code context.SORT}. */
    public ContextMenu context(String sort) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items("context." + sort));
        menu.setOnShowing(_ -> {
            actions.refresh();
            fill(menu.getItems());
        });
        return menu;
    }

    /** Puts the list of that name into the menu of a button. */
    public void into(MenuButton button, String name) {
        button.getItems().setAll(items(name));
        button.setOnShowing(_ -> {
            actions.refresh();
            fill(button.getItems());
        });
    }

    private List<String> list(String name) {
        return Optional.ofNullable(lists.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no menu is named " + name));
    }

    private List<MenuItem> items(String name) {
        List<MenuItem> items = new ArrayList<>();
        list(name).forEach(entry -> items.add(entry(entry)));
        return items;
    }

    private MenuItem entry(String entry) {
        if (entry.equals("-")) {
            return new SeparatorMenuItem();
        }
        return entry.startsWith(">") ? inner(entry.substring(1).strip()) : item(actions.get(entry));
    }

    private Menu inner(String name) {
        Menu menu = new Menu(Texts.get("menu." + name));
        menu.setId(name);
        if (!fillings.containsKey(name)) {
            menu.getItems().setAll(items(name));
        }
        menu.setOnShowing(_ -> {
            actions.refresh();
            fill(menu.getItems());
        });
        return menu;
    }

    /** Fills those menus among {@code items} that are filled anew each time. */
    private void fill(List<MenuItem> items) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu && fillings.containsKey(menu.getId())) {
                menu.getItems().setAll(fillings.get(menu.getId()).get());
                menu.setDisable(menu.getItems().isEmpty());
            }
        }
    }

    private static MenuItem item(Action action) {
        MenuItem item = action.isSwitch() ? switching(action) : new MenuItem();
        item.setId(action.name());
        item.setMnemonicParsing(false);
        item.textProperty().bind(action.titleProperty());
        item.disableProperty().bind(action.enabledProperty().not());
        item.acceleratorProperty().bind(action.keysProperty().map(Menus::shown));
        item.setOnAction(_ -> {
            action.run();
            if (item instanceof CheckMenuItem check) {
                check.setSelected(action.onProperty().get());
            }
        });
        return item;
    }

    private static MenuItem switching(Action action) {
        CheckMenuItem item = new CheckMenuItem();
        item.setSelected(action.onProperty().get());
        action.onProperty().addListener((_, _, on) -> item.setSelected(on));
        return item;
    }

    private static @Nullable KeyCombination shown(List<KeyCombination> keys) {
        return keys.isEmpty() ? null : new ShownKeys(keys.getFirst());
    }
}
