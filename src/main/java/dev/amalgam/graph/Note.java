package dev.amalgam.graph;

import java.util.Optional;

/** Something for people that is drawn behind the cards. Changes nothing that runs. */
public sealed interface Note {
    /** The top left corner. */
    Position at();

    /** To the right, in canvas units; more than 0. */
    double width();

    /** Down, in canvas units; more than 0. */
    double height();

    /** Its colour, empty for the usual one. */
    Optional<Tint> tint();

    /** The same elsewhere. */
    Note at(Position other);

    /** The same in another size. */
    Note sized(double otherWidth, double otherHeight);

    /** The same in another colour. */
    Note tinted(Optional<Tint> other);

    /** A titled area that belongs together. @throws IllegalArgumentException unless its size is finite and above 0 */
    record Frame(String title, Position at, double width, double height, Optional<Tint> tint) implements Note {
        public Frame {
            requireSize(width, height);
        }

        /** The same with another title. */
        public Frame titled(String other) {
            return new Frame(other, at, width, height, tint);
        }

        @Override
        public Frame at(Position other) {
            return new Frame(title, other, width, height, tint);
        }

        @Override
        public Frame sized(double otherWidth, double otherHeight) {
            return new Frame(title, at, otherWidth, otherHeight, tint);
        }

        @Override
        public Frame tinted(Optional<Tint> other) {
            return new Frame(title, at, width, height, other);
        }
    }

    /** A text in Markdown. @throws IllegalArgumentException unless its size is finite and above 0 */
    record Comment(String text, Position at, double width, double height, Optional<Tint> tint) implements Note {
        public Comment {
            requireSize(width, height);
        }

        /** The same with another text. */
        public Comment saying(String other) {
            return new Comment(other, at, width, height, tint);
        }

        @Override
        public Comment at(Position other) {
            return new Comment(text, other, width, height, tint);
        }

        @Override
        public Comment sized(double otherWidth, double otherHeight) {
            return new Comment(text, at, otherWidth, otherHeight, tint);
        }

        @Override
        public Comment tinted(Optional<Tint> other) {
            return new Comment(text, at, width, height, other);
        }
    }

    private static void requireSize(double width, double height) {
        if (!(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
            throw new IllegalArgumentException("a note must have a size: " + width + " × " + height);
        }
    }
}
