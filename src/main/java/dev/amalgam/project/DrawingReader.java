package dev.amalgam.project;

import dev.amalgam.graph.Look;
import dev.amalgam.graph.Note;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Tint;
import java.util.Set;

/** Reads what is drawn and changes nothing that runs. */
final class DrawingReader {
    private DrawingReader() {}

    static Position position(Spot spot) throws ProjectException {
        if (spot.items(2) != 2) {
            throw spot.wrong("a position [x, y]");
        }
        return new Position(spot.at(0).number(), spot.at(1).number());
    }

    static Look look(Spot spot) throws ProjectException {
        if (!spot.json().isObject()) {
            throw spot.wrong("a look in { }");
        }
        spot.only(Set.of("collapsed", "pinned", "tint"));
        return new Look(
                spot.at("collapsed").flag(),
                spot.at("pinned").flag(),
                spot.at("tint").choice(Tint.class));
    }

    static Note note(Spot spot) throws ProjectException {
        if (!spot.json().isObject() || spot.json().has("frame") == spot.json().has("comment")) {
            throw spot.wrong("a note { } with either a frame or a comment");
        }
        spot.only(Set.of("frame", "comment", "at", "size", "tint"));
        Spot size = spot.at("size");
        if (size.items(2) != 2 || !(size.at(0).number() > 0 && size.at(1).number() > 0)) {
            throw size.wrong("a size [width, height] above 0");
        }
        Position at = position(spot.at("at"));
        double width = size.at(0).number();
        double height = size.at(1).number();
        var tint = spot.at("tint").choice(Tint.class);
        return spot.json().has("frame")
                ? new Note.Frame(spot.at("frame").anyText(), at, width, height, tint)
                : new Note.Comment(spot.at("comment").anyText(), at, width, height, tint);
    }
}
