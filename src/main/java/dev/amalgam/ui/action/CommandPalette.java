package dev.amalgam.ui.action;

import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The actions as lines to search in: those looked up last, then area by area; what was typed puts the best first. */
public final class CommandPalette {
    private final Actions actions;
    private final Supplier<List<String>> lookedUp;

    /**
     * A palette of these actions.
     *
     * @param lookedUp the names of those that were chosen here before, the newest first
     */
    public CommandPalette(Actions actions, Supplier<List<String>> lookedUp) {
        this.actions = actions;
        this.lookedUp = lookedUp;
    }

    /** The lines for what was typed; nothing typed finds all. What makes no sense now comes last. */
    public List<Line<Action>> find(String typed) {
        actions.refresh();
        List<Action> found = typed.isBlank() ? List.copyOf(actions.all()) : best(typed);
        List<Action> possible =
                found.stream().filter(it -> it.enabledProperty().get()).toList();
        List<Line<Action>> lines = new ArrayList<>();
        if (typed.isBlank()) {
            List<Action> recent = recent(possible);
            add(lines, Texts.get("commands.recent"), recent);
            areas(possible, recent).forEach((area, its) -> add(lines, Texts.get("menu." + area), its));
        } else {
            possible.forEach(action -> lines.add(line(action)));
        }
        List<Action> impossible =
                found.stream().filter(it -> !it.enabledProperty().get()).toList();
        add(lines, Texts.get("commands.not-now"), impossible);
        return lines;
    }

    private record Found(Action action, int score, int lookedUp) {}

    private List<Action> best(String typed) {
        List<String> recent = lookedUp.get();
        List<Found> found = new ArrayList<>();
        for (Action action : actions.all()) {
            String further = action.help() + " " + action.name() + " " + Texts.get("menu." + action.area());
            int at = recent.contains(action.name()) ? recent.indexOf(action.name()) : recent.size();
            Fuzzy.score(typed, action.titleProperty().get(), further)
                    .ifPresent(score -> found.add(new Found(action, score, at)));
        }
        found.sort(Comparator.comparingInt(Found::score).reversed().thenComparingInt(Found::lookedUp));
        return found.stream().map(Found::action).toList();
    }

    private List<Action> recent(List<Action> among) {
        return lookedUp.get().stream()
                .flatMap(name -> among.stream().filter(it -> it.name().equals(name)))
                .toList();
    }

    private static Map<String, List<Action>> areas(List<Action> among, List<Action> without) {
        return among.stream()
                .filter(it -> !without.contains(it))
                .collect(Collectors.groupingBy(Action::area, LinkedHashMap::new, Collectors.toList()));
    }

    private static void add(List<Line<Action>> lines, String heading, List<Action> its) {
        if (!its.isEmpty()) {
            lines.add(new Line.Heading<>(heading));
            its.forEach(action -> lines.add(line(action)));
        }
    }

    private static Line<Action> line(Action action) {
        return new Line.Choice<>(
                action, Optional.empty(), action.titleProperty().get(), action.keysText(), action.help());
    }
}
