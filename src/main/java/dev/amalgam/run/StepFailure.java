package dev.amalgam.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Why a step has no values. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface StepFailure {
    /** What happened and what to do, in a sentence or two for people. The caller names the node. */
    String sentence();

    /**
     * The runtime did not accept the model or could not run it.
     *
     * @param message what the runtime says
     */
    record Refused(String message) implements StepFailure {
        @Override
        public String sentence() {
            return "The runtime refuses: " + message;
        }
    }

    /**
     * The model crashed the process that ran it.
     *
     * @param how the signal or the exit code
     * @param detail the last that the process said, for a report
     */
    record Crashed(String how, String detail) implements StepFailure {
        @Override
        public String sentence() {
            return "This model crashed the runtime (" + how + "). Nothing is lost: the runtime was started again. "
                    + "Replace the model, or change the input that it crashes on.";
        }
    }

    /**
     * The step took longer than one step may.
     *
     * @param limit the limit
     */
    record TimedOut(Duration limit) implements StepFailure {
        @Override
        public String sentence() {
            return "It did not finish within " + Text.seconds(limit) + ". Use a smaller input or allow more time.";
        }
    }

    /**
     * The step asked for more memory than the worker may have.
     *
     * @param limitBytes what it may have
     */
    record OutOfMemory(long limitBytes) implements StepFailure {
        @Override
        public String sentence() {
            return "It needs more than the " + Text.bytes(limitBytes) + " of memory that the runtime may use. "
                    + "Use a smaller input or allow more memory.";
        }
    }

    /**
     * It was asked to stop and did not, so that the process had to be ended.
     *
     * @param limit how long it had to stop
     */
    record Hung(Duration limit) implements StepFailure {
        @Override
        public String sentence() {
            return "It did not stop within " + Text.seconds(limit)
                    + " when it was asked to, so the runtime was started "
                    + "again. Nothing is lost. Use a smaller input, or replace the model.";
        }
    }

    /** Somebody stopped the run. */
    record Cancelled() implements StepFailure {
        @Override
        public String sentence() {
            return "The run was stopped.";
        }
    }

    /**
     * The model has an input that the step gives nothing for.
     *
     * @param input the graph input
     * @param expected its type
     */
    record MissingInput(String input, String expected) implements StepFailure {
        @Override
        public String sentence() {
            return "The input '" + input + "' (" + expected + ") gets no value. Connect it.";
        }
    }

    /**
     * A value does not fit the input.
     *
     * @param input the graph input
     * @param dimension the first axis that disagrees, outermost is 0; empty where element type or number of axes disagree
     * @param expected the type of the input
     * @param got the type of the value
     */
    record WrongInput(String input, OptionalInt dimension, String expected, String got) implements StepFailure {
        @Override
        public String sentence() {
            String where = dimension.isPresent() ? "; " + disagreement(dimension.getAsInt()) : "";
            return "The input '" + input + "' expects " + expected + " but gets " + got + where + ".";
        }

        private String disagreement(int axis) {
            return "dimension " + axis + " must be " + size(expected, axis) + " and is " + size(got, axis);
        }

        private static String size(String type, int axis) {
            String sizes = type.substring(type.indexOf('[') + 1, type.length() - 1);
            return List.of(sizes.split(",", -1)).get(axis);
        }
    }

    /**
     * Another step failed first.
     *
     * @param because the name of that step
     */
    record Skipped(String because) implements StepFailure {
        @Override
        public String sentence() {
            return "Not run, because '" + because + "' has no result.";
        }
    }
}
