package dev.amalgam.desk.numerics;

import dev.amalgam.compile.Problem;

/** Where what is odd about a value begins. */
public sealed interface Origin {
    /** In words, to follow what is odd. */
    String sentence();

    /** The finding, with where it begins; it is not to be searched for again. */
    default Problem in(Problem finding) {
        return new Problem(
                finding.severity(),
                finding.code() + "-traced",
                finding.node(),
                finding.port(),
                finding.message() + "; " + sentence(),
                finding.remedy());
    }

    /**
     * An operator makes it of values that do not show it.
     *
     * @param type such as {@code Log}
     * @param name its name in the model; what it makes, where it has none
     * @param tensor what it makes that shows it
     * @param position which operator it is, counted from 1
     * @param operators how many there are
     */
    record Operator(String type, String name, String tensor, int position, int operators) implements Origin {
        @Override
        public String sentence() {
            return "it begins at operator " + position + " of " + operators + ", " + type + " '" + name
                    + "', which makes the tensor '" + tensor + "'";
        }
    }

    /**
     * It flows in.
     *
     * @param input the input of the node
     */
    record Input(String input) implements Origin {
        @Override
        public String sentence() {
            return "it flows in through '" + input + "'";
        }
    }
}
