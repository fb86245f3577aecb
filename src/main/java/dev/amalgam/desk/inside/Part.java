package dev.amalgam.desk.inside;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A part of what is inside a model: an operator, or several that belong together. */
public sealed interface Part {
    /** Where it stands among the operators: the place of its first one. */
    int first();

    /** How many operators it holds. */
    int size();

    /** The places of all its operators. */
    IntStream operators();

    /** What it is made of, whatever it is called: equal for blocks that repeat. */
    String signature();

    /**
     * One operator.
     *
     * @param operator its place in the structure
     * @param type such as {@code Conv}
     */
    record Single(int operator, String type) implements Part {
        @Override
        public int first() {
            return operator;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public IntStream operators() {
            return IntStream.of(operator);
        }

        @Override
        public String signature() {
            return type;
        }
    }

    /** Why operators are put together. */
    enum Sort {
        /** All of them. */
        WHOLE,
        /** Their names begin with the same scope. */
        SCOPE,
        /** The same block, several times one after the other. */
        REPEAT,
        /** One of the blocks that repeat. */
        BLOCK,
        /** They only stand side by side: there are too many to show them all at once. */
        STRETCH
    }

    /** Several parts. Equal only to itself. */
    final class Group implements Part {
        private final Sort sort;
        private final String name;
        private final List<Part> parts;
        private final int size;
        private final String signature;

        /**
         * @param name the scope; of others, what they are made of
         * @param parts in the order of their first operators
         */
        Group(Sort sort, String name, List<Part> parts) {
            this.sort = sort;
            this.name = name;
            this.parts = List.copyOf(parts);
            this.size = parts.stream().mapToInt(Part::size).sum();
            this.signature = parts.stream().map(Part::signature).collect(Collectors.joining(",", "(", ")"));
        }

        public Sort sort() {
            return sort;
        }

        public String name() {
            return name;
        }

        public List<Part> parts() {
            return parts;
        }

        @Override
        public int first() {
            return parts.isEmpty() ? 0 : parts.getFirst().first();
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public IntStream operators() {
            return parts.stream().flatMapToInt(Part::operators);
        }

        @Override
        public String signature() {
            return signature;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
