package dev.amalgam.ui.canvas;

import dev.amalgam.compile.TypedNode;
import dev.amalgam.desk.Figures;
import dev.amalgam.desk.NodeState;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.kind.Setting;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The short texts of a card: what the node is, and how long it took. */
final class Facts {
    private Facts() {}

    /** The grey line: the kind's title, then what was chosen for it or else what it gives. */
    static List<String> of(TypedNode typed, NodeState state) {
        List<String> chosen = chosen(typed);
        Stream<String> further = chosen.isEmpty() ? main(typed, state).stream() : chosen.stream();
        return Stream.concat(Stream.of(Texts.say(typed.kind().about().title())), further)
                .toList();
    }

    private static List<String> chosen(TypedNode typed) {
        Settings settings = typed.node().settings();
        return typed.kind().schema().settings().stream()
                .flatMap(setting -> settings.get(setting.name()).stream().flatMap(value -> words(setting, value)))
                .limit(2)
                .toList();
    }

    /** A setting in a word or two; those that take more are left to the inspector. */
    private static Stream<String> words(Setting setting, Value value) {
        String name = setting.name().replace('-', ' ');
        return switch (value) {
            case Value.Whole(long number) -> Stream.of(name + " = " + number);
            case Value.Real(double number) -> Stream.of(name + " = " + Figures.number(number));
            case Value.FileRef file when isModel(file) -> Stream.of(name(file));
            case Value.Text(String text)
            when setting.field() instanceof Setting.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.name().equals(text))
                        .map(option -> Texts.say(option.title()).toLowerCase(Locale.ROOT));
            default -> Stream.empty();
        };
    }

    private static boolean isModel(Value.FileRef file) {
        return file.path().endsWith(".onnx");
    }

    private static String name(Value.FileRef file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".onnx".length());
    }

    private static Optional<String> main(TypedNode typed, NodeState state) {
        return typed.outputs().entrySet().stream().findFirst().map(it -> {
            Tensor value = state.outputs().get(it.getKey());
            return value == null
                    ? it.getValue().type().toString()
                    : value.type().toString();
        });
    }

    /** The word for a node that does not do its work; empty for one that does. */
    static String mode(Mode mode) {
        return switch (mode) {
            case ACTIVE -> "";
            case MUTED -> Texts.get("node.muted");
            case BYPASSED -> Texts.get("node.bypassed");
        };
    }

    /** The milliseconds where they speak of a result that is true, or else the word for the mode or for the status. */
    static String time(Node node, NodeState state) {
        return node.mode() == Mode.ACTIVE ? time(state) : mode(node.mode());
    }

    private static String time(NodeState state) {
        return switch (state.status()) {
            case FRESH, CACHED ->
                state.milliseconds().isPresent()
                        ? Figures.milliseconds(state.milliseconds().getAsDouble())
                        : "";
            case WAITING -> Texts.get("status.node.waiting");
            case RUNNING -> Texts.get("status.node.running");
            case STALE -> Texts.get("status.node.stale");
            case FAILED -> Texts.get("status.node.failed");
            case BLOCKED -> Texts.get("status.node.blocked");
            case MUTED -> Texts.get("status.node.muted");
        };
    }
}
