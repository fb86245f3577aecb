package dev.amalgam.ui.inside;

import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Sort;
import dev.amalgam.desk.inside.Pick;
import dev.amalgam.onnx.Structure.Operator;
import dev.amalgam.ui.text.Texts;

/** What is chosen, in words: for cards, and for those who hear the window. */
final class PickWords {
    private PickWords() {}

    static String of(Inside inside, Tapping tapping, Pick pick) {
        return switch (pick) {
            case Pick.Nothing() ->
                Texts.get("inside.whole", inside.structure().operators().size());
            case Pick.Operator(int place) -> operator(inside.operator(place));
            case Pick.Group(Group group) -> title(group) + ", " + about(group);
            case Pick.Tensor(String name) ->
                Texts.get(tapping.tap(name).isPresent() ? "inside.tensor.tapped" : "inside.tensor", name);
            case Pick.Weight(String name) -> Texts.get("inside.weight", name);
        };
    }

    private static String operator(Operator operator) {
        return operator.name().isEmpty() ? operator.type() : operator.type() + ", " + operator.name();
    }

    /** What stands on the card of a group. */
    static String title(Group group) {
        return group.sort() == Sort.REPEAT ? group.parts().size() + " × " + group.name() : group.name();
    }

    /** What stands below it. */
    static String about(Group group) {
        return Texts.get("inside.operators", group.size());
    }
}
