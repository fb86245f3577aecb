package dev.amalgam.onnx.recipe;

import dev.amalgam.onnx.OnnxModel;
import java.util.List;

/** One change of a model. An operator is known by a tensor that it makes. */
public sealed interface Step {
    /** The name in files. */
    String name();

    /** Keeps what makes the tensors {@code to}, beginning at {@code from}; none for the model's own inputs. */
    record Cut(List<String> from, List<String> to) implements Step {
        public Cut {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public String name() {
            return "cut";
        }
    }

    /** What can have another name. */
    enum Named {
        INPUT,
        OUTPUT,
        SIZE
    }

    /** Gives an input, an output or a size another name. */
    record Rename(Named what, String old, String fresh) implements Step {
        @Override
        public String name() {
            return "rename";
        }
    }

    /** Takes an operator away and passes one of its inputs on; an empty {@code passed} is the first. */
    record Delete(String tensor, String passed) implements Step {
        @Override
        public String name() {
            return "delete";
        }
    }

    /** Puts an operator on a tensor; {@code more} is what it reads beside that. */
    record Insert(String tensor, String operator, List<String> more, List<String> attributes) implements Step {
        public Insert {
            more = List.copyOf(more);
            attributes = List.copyOf(attributes);
        }

        @Override
        public String name() {
            return "insert";
        }
    }

    /** Puts an operator in the place of another; it reads the same where {@code reads} is empty. */
    record Replace(String tensor, String operator, List<String> reads, List<String> attributes) implements Step {
        public Replace {
            reads = List.copyOf(reads);
            attributes = List.copyOf(attributes);
        }

        @Override
        public String name() {
            return "replace";
        }
    }

    /** Sets an attribute of an operator; an empty {@code value} takes it away. */
    record Attribute(String tensor, String attribute, String value) implements Step {
        @Override
        public String name() {
            return "attribute";
        }
    }

    /** Computes beforehand what does not depend on the inputs. */
    record Fold() implements Step {
        @Override
        public String name() {
            return "fold";
        }
    }

    /** Drops unused weights, and all but one of equal ones. */
    record Tidy() implements Step {
        @Override
        public String name() {
            return "tidy";
        }
    }

    /** Lets the model take any number of examples, called {@code size}. */
    record Batch(String size) implements Step {
        @Override
        public String name() {
            return "batch";
        }
    }

    /** Writes the model in a later operator set. */
    record Opset(int version) implements Step {
        @Override
        public String name() {
            return "opset";
        }
    }

    /** Stores weights as float16. */
    record Float16() implements Step {
        @Override
        public String name() {
            return "float16";
        }
    }

    /** Stores weights in 8 bits. */
    record Int8() implements Step {
        @Override
        public String name() {
            return "int8";
        }
    }

    /** Cuts at a tensor and puts another model behind it; {@code input} is empty where that has one input. */
    record Head(String tensor, OnnxModel head, String input) implements Step {
        @Override
        public String name() {
            return "head";
        }
    }
}
