package dev.amalgam.ui.inside;

import dev.amalgam.desk.arrange.Area;
import dev.amalgam.desk.inside.Diagram;
import dev.amalgam.desk.inside.Diagram.Card;
import dev.amalgam.desk.inside.Diagram.Content;
import dev.amalgam.desk.inside.Inside;
import dev.amalgam.desk.inside.Part;
import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/** Where what is chosen stands. */
final class Picks {
    private Picks() {}

    static Pick of(Content content) {
        return switch (content) {
            case Content.Of(Part.Single(int operator, String _)) -> new Pick.Operator(operator);
            case Content.Of(Group group) -> new Pick.Group(group);
            case Content.Input(String tensor) -> new Pick.Tensor(tensor);
            case Content.Output(String tensor) -> new Pick.Tensor(tensor);
        };
    }

    /** The groups that have to be open for it to be seen. */
    static List<Group> groups(Inside inside, Pick pick) {
        return switch (pick) {
            case Pick.Nothing() -> List.of();
            case Pick.Operator(int place) -> inside.groups(place);
            case Pick.Group(Group group) -> above(inside, group);
            case Pick.Tensor(String name) ->
                inside.maker(name).isPresent()
                        ? inside.groups(inside.maker(name).getAsInt())
                        : List.of();
            case Pick.Weight(String name) ->
                inside.readers(name).stream().findFirst().map(inside::groups).orElse(List.of());
        };
    }

    private static List<Group> above(Inside inside, Group group) {
        List<Group> above = new ArrayList<>();
        inside.parent(group).filter(it -> it != inside.whole()).ifPresent(parent -> {
            above.addAll(above(inside, parent));
            above.add(parent);
        });
        return above;
    }

    /** The card that an operator is drawn on: its own, or that of a closed group around it. */
    private static Optional<Card> card(Diagram diagram, int operator) {
        return diagram.cards().stream()
                .filter(card -> card.content() instanceof Content.Of(Part part)
                        && (part instanceof Part.Single single
                                ? single.operator() == operator
                                : part.first() <= operator && part.operators().anyMatch(it -> it == operator)))
                .findFirst();
    }

    /** Where it is drawn; empty for what is not. */
    static Optional<Rectangle2D> box(Inside inside, Diagram diagram, Pick pick) {
        return switch (pick) {
            case Pick.Nothing() -> Optional.empty();
            case Pick.Operator(int place) -> card(diagram, place).map(card -> box(card.area()));
            case Pick.Group(Group group) -> box(diagram, group);
            case Pick.Tensor(String name) ->
                inside.maker(name).isPresent()
                        ? card(diagram, inside.maker(name).getAsInt()).map(card -> box(card.area()))
                        : diagram.cards().stream()
                                .filter(card -> card.content().equals(new Content.Input(name)))
                                .findFirst()
                                .map(card -> box(card.area()));
            case Pick.Weight(String name) ->
                inside.readers(name).stream()
                        .findFirst()
                        .flatMap(reader -> card(diagram, reader))
                        .map(card -> box(card.area()));
        };
    }

    private static Optional<Rectangle2D> box(Diagram diagram, Group group) {
        return diagram.frames().stream()
                .filter(frame -> frame.group() == group)
                .findFirst()
                .map(frame -> box(frame.area()))
                .or(() -> diagram.cards().stream()
                        .filter(card -> card.content() instanceof Content.Of(Part part) && part == group)
                        .findFirst()
                        .map(card -> box(card.area())));
    }

    static Rectangle2D box(Area area) {
        return new Rectangle2D(area.x(), area.y(), area.width(), area.height());
    }
}
