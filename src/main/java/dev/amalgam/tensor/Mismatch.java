package dev.amalgam.tensor;

import java.util.Set;

/** Why two types cannot be the same. Each case keeps both sides, so that a message can quote them. */
public sealed interface Mismatch {
    /** One sentence without the final stop, such as {@code axis 1 is 1024 here and 1000 there}. */
    String sentence();

    /** The element types differ. */
    record Elements(Element expected, Element actual) implements Mismatch {
        @Override
        public String sentence() {
            return "the values are " + actual + ", but " + expected + " is expected";
        }
    }

    /** A variable stands only for some element types, and this is none of them. */
    record NotAllowed(Set<ElementType> allowed, ElementType actual) implements Mismatch {
        @Override
        public String sentence() {
            return "the values are " + actual + ", but one of "
                    + allowed.stream().sorted().toList() + " is expected";
        }
    }

    /** The numbers of axes differ. */
    record Ranks(Shape expected, Shape actual) implements Mismatch {
        @Override
        public String sentence() {
            return "the shape is " + actual + ", but " + expected + " is expected";
        }
    }

    /** One axis differs; axes count from 0, from the front where both ranks are known, else from the end (-1 is last). */
    record Axes(int axis, Dim expected, Dim actual) implements Mismatch {
        @Override
        public String sentence() {
            return "axis " + axis + " has size " + actual + ", but " + expected + " is expected";
        }
    }
}
