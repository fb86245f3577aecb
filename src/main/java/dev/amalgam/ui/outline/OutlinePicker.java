package dev.amalgam.ui.outline;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.Offers;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.ui.search.Fuzzy;
import dev.amalgam.ui.search.Line;
import dev.amalgam.ui.search.Picker;
import dev.amalgam.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of the wires that fit a port. */
final class OutlinePicker {
    private OutlinePicker() {}

    /** @param chosen is given the wire that somebody takes */
    static Picker<Wire> of(Document document, PortRef port, boolean input, Consumer<Wire> chosen) {
        List<Line.Choice<Wire>> all = Offers.at(document, port, input)
                .map(wire -> line(wire, input ? wire.from() : wire.to(), document))
                .toList();
        return new Picker<>(
                Texts.get(input ? "outline.connect.into" : "outline.connect.from", port),
                Texts.get("canvas.wire.none", port),
                typed -> lines(all, typed),
                chosen);
    }

    private static List<Line<Wire>> lines(List<Line.Choice<Wire>> all, String typed) {
        return all.stream()
                .filter(line -> Fuzzy.score(typed, line.title(), "").isPresent())
                .<Line<Wire>>map(line -> line)
                .toList();
    }

    private static Line.Choice<Wire> line(Wire wire, PortRef there, Document document) {
        String replaced = document.state()
                .graph()
                .wireInto(wire.to())
                .map(old -> ". " + Texts.get("canvas.offer.replaces", old.from()))
                .orElse("");
        return new Line.Choice<>(
                wire, Optional.empty(), there.toString(), "", wire.from() + " → " + wire.to() + replaced);
    }
}
