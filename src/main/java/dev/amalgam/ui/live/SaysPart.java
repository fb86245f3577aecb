package dev.amalgam.ui.live;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Sentences;
import dev.amalgam.ui.preview.PreviewPlace;
import dev.amalgam.ui.text.Texts;
import dev.amalgam.ui.thread.UiThread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the tasks say: the shortest answer, then a sentence for each task, then the bars of the ranking. */
final class SaysPart extends Part {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final Label headline = new Label();
    private final Label note = new Label();
    private final Label sentences = new Label();
    private final PreviewPlace bars = new PreviewPlace(PreviewPlace.Scope.PANEL);
    private final VBox words = new VBox(4, headline, sentences, note);
    private final ScrollPane read = new ScrollPane(words);
    private final VBox box = new VBox(10, read, bars);
    private final StackPane place = new StackPane();
    private List<TypedNode> tasks = List.of();
    private List<Problem> problems = List.of();
    private Optional<LiveState> live = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Map<String, Reading> told = Map.of();
    private List<String> said = List.of();

    SaysPart() {
        super(Texts.get("live.says"));
        headline.setId("headline");
        headline.getStyleClass().add("headline");
        sentences.setId("sentences");
        sentences.setWrapText(true);
        sentences.setMinHeight(USE_PREF_SIZE);
        note.setId("live-note");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        read.setAccessibleText(Texts.get("live.says"));
        read.setFitToWidth(true);
        read.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        read.setMinHeight(0);
        // The words take what they need; where that is more than there is, they scroll and the bars give way.
        read.prefHeightProperty().bind(words.heightProperty());
        VBox.setVgrow(bars, Priority.ALWAYS);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinSize(0, 0);
        getChildren().add(place);
        bars.widthProperty().addListener(_ -> redrawLater());
        bars.heightProperty().addListener(_ -> redrawLater());
    }

    void open() {
        live = Optional.empty();
    }

    void show(Document.State state) {
        problems = state.problems();
        tasks = state.typing().ordered().stream()
                .filter(node -> node.kind().isResult())
                .toList();
        problem = state.problems().stream().filter(Problem::isError).findFirst();
        redraw();
    }

    void show(LiveState state) {
        live = Optional.of(state);
        redraw();
    }

    private void redrawLater() {
        UiThread.soon(bars, () -> drawBars(ranking()));
    }

    private void redraw() {
        if (tasks.isEmpty()) {
            place.getChildren().setAll(empty(Texts.get("live.no-tasks"), Texts.get("live.no-tasks.help")));
            return;
        }
        List<String> said = told(readings());
        Optional<Reading> ranking = ranking();
        headline.setText(ranking.or(this::anyReading).map(Sentences::headline).orElse(""));
        headline.setVisible(!headline.getText().isEmpty());
        headline.setManaged(headline.isVisible());
        sentences.setText(String.join(" ", said));
        String alarm = alarm();
        note.setText(alarm.isEmpty() && said.isEmpty() ? waiting() : alarm);
        note.pseudoClassStateChanged(ALARM, !alarm.isEmpty());
        boolean stale = tasks.stream().anyMatch(task -> status(task) == Status.STALE);
        pseudoClassStateChanged(STALE, stale);
        if (place.getChildren().size() != 1 || place.getChildren().getFirst() != box) {
            place.getChildren().setAll(box);
        }
        drawBars(ranking);
    }

    /** What the first result waits for: a problem to be solved, or only the run. */
    private String waiting() {
        return problem.map(error -> Texts.get("live.blocked", Texts.say(error.message()), Texts.say(error.remedy())))
                .or(this::silence)
                .orElse(Texts.get("live.waiting"));
    }

    /** Why the first task does not run, where that is as a person wants it. */
    private Optional<String> silence() {
        return tasks.stream()
                .flatMap(task -> state(task).stream())
                .filter(node -> node.status() == Status.MUTED)
                .flatMap(node -> node.trouble().stream())
                .map(trouble -> Texts.say(trouble.sentence(), trouble.remedy()))
                .findFirst();
    }

    private Status status(TypedNode task) {
        return state(task).map(NodeState::status).orElse(Status.WAITING);
    }

    private Optional<NodeState> state(TypedNode task) {
        return live.map(now -> now.node(task.id()));
    }

    private Optional<Reading> reading(TypedNode task) {
        return state(task).flatMap(NodeState::reading);
    }

    private SequencedMap<String, Reading> readings() {
        SequencedMap<String, Reading> readings = new LinkedHashMap<>();
        tasks.forEach(task ->
                reading(task).ifPresent(reading -> readings.put(task.id().name(), reading)));
        return readings;
    }

    /** A sentence for each reading; some count all values of a tensor, so that they are made once. */
    private List<String> told(SequencedMap<String, Reading> readings) {
        if (!readings.equals(told)) {
            told = readings;
            said = readings.entrySet().stream()
                    .map(task -> Texts.say(Sentences.of(task.getKey(), task.getValue())))
                    .toList();
        }
        return said;
    }

    /** What went wrong, or that what is shown is old; empty where all is well. */
    private String alarm() {
        Optional<NodeState.Trouble> trouble = live.stream()
                .flatMap(now -> now.nodes().values().stream())
                .filter(node -> node.status() == Status.FAILED)
                .flatMap(node -> node.trouble().stream())
                .findFirst()
                .or(this::obstacle);
        if (trouble.isPresent()) {
            return Texts.say(trouble.get().sentence(), trouble.get().remedy());
        }
        if (live.filter(now ->
                        now.phase() == LiveState.Phase.FAILED && !now.message().isEmpty())
                .isPresent()) {
            return Texts.say(live.get().message()) + ".";
        }
        // While it runs, being dimmed says it: words that come and go would move all that stands below them.
        boolean stale = live.filter(LiveState::isSettled).isPresent()
                && tasks.stream().anyMatch(task -> status(task) == Status.STALE);
        return stale ? Texts.get("live.stale") : "";
    }

    /** The first problem that keeps a task from running. */
    private Optional<NodeState.Trouble> obstacle() {
        boolean blocked = tasks.stream().anyMatch(task -> status(task) == Status.BLOCKED);
        return problems.stream()
                .filter(problem -> blocked && problem.isError())
                .findFirst()
                .map(problem -> new NodeState.Trouble(problem.message(), problem.remedy()));
    }

    private Optional<Reading> ranking() {
        List<Reading> rankings = tasks.stream()
                .flatMap(task -> reading(task).stream())
                .filter(Reading.Ranking.class::isInstance)
                .toList();
        // Of several rankings the longest says most: the top five of a decision before the nearest photo.
        return rankings.stream().max(java.util.Comparator.comparingInt(SaysPart::length));
    }

    private static int length(Reading reading) {
        return reading instanceof Reading.Ranking ranking ? ranking.scores().size() : 0;
    }

    private Optional<Reading> anyReading() {
        return tasks.stream().flatMap(task -> reading(task).stream()).findFirst();
    }

    private void drawBars(Optional<Reading> ranking) {
        double width = bars.getWidth();
        double height = bars.getHeight();
        ranking.filter(_ -> width > 1 && height > 1)
                .ifPresentOrElse(reading -> bars.show(reading, width, height), bars::replace);
    }
}
