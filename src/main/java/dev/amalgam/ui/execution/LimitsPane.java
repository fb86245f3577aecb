package dev.amalgam.ui.execution;

import dev.amalgam.desk.Figures;
import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.project.RuntimeLimits;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.ui.text.Texts;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the process that runs models may use. Each choice holds at once and is kept. */
public final class LimitsPane extends VBox {
    private static final int[] MEGABYTES = {256, 512, 1024, 2048, 4096, 8192, 16384};
    private static final int[] SECONDS = {2, 5, 10, 30, 60, 300};

    /** A choice that leaves it to the program. */
    private static final int AUTOMATIC = 0;

    /** @param usual what holds where the person chooses nothing */
    public LimitsPane(PreferenceKeeper preferences, WorkerSettings usual) {
        super(12);
        RuntimeLimits now = preferences.now().limits();
        int most = (int) (usual.memoryBytes() >> 20);
        ComboBox<Integer> cache = choice(
                "limits-cache",
                "limits.cache",
                IntStream.of(MEGABYTES).filter(size -> size <= most).toArray(),
                now.cacheMegabytes(),
                LimitsPane::memory,
                (int) (usual.cacheBytes() >> 20),
                chosen -> preferences.change(it -> it.withLimits(it.limits().withCacheMegabytes(chosen))));
        ComboBox<Integer> stop = choice(
                "limits-stop",
                "limits.stop",
                SECONDS,
                now.stopSeconds(),
                Figures::duration,
                (int) usual.stopLimit().toSeconds(),
                chosen -> preferences.change(it -> it.withLimits(it.limits().withStopSeconds(chosen))));
        GridPane grid = new GridPane(12, 8);
        grid.addRow(0, name("limits.cache", cache), cache);
        grid.addRow(1, name("limits.stop", stop), stop);
        Label help = new Label(Texts.get("limits.help"));
        help.setWrapText(true);
        help.getStyleClass().add("quiet");
        getChildren().addAll(grid, help);
    }

    private static String memory(int megabytes) {
        return megabytes < 1024 ? megabytes + " MB" : Figures.number(megabytes / 1024.0) + " GB";
    }

    private static Label name(String text, ComboBox<?> of) {
        Label name = new Label(Texts.get(text));
        name.setLabelFor(of);
        return name;
    }

    private static ComboBox<Integer> choice(
            String id,
            String name,
            int[] values,
            OptionalInt now,
            IntFunction<String> words,
            int usual,
            Consumer<OptionalInt> chosen) {
        TreeSet<Integer> all = new TreeSet<>();
        IntStream.of(values).forEach(all::add);
        now.ifPresent(all::add);
        all.add(AUTOMATIC);
        ComboBox<Integer> choice = new ComboBox<>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(Texts.get(name));
        choice.getItems().setAll(all);
        choice.setConverter(new Words(
                value -> value == AUTOMATIC ? Texts.get("limits.automatic", words.apply(usual)) : words.apply(value)));
        choice.setValue(now.orElse(AUTOMATIC));
        choice.valueProperty()
                .addListener((_, _, value) ->
                        chosen.accept(value == AUTOMATIC ? OptionalInt.empty() : OptionalInt.of(value)));
        return choice;
    }

    private static final class Words extends StringConverter<Integer> {
        private final IntFunction<String> words;

        Words(IntFunction<String> words) {
            this.words = words;
        }

        @Override
        public String toString(Integer value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("it is chosen, not typed");
        }
    }
}
