package dev.amalgam.export;

import dev.amalgam.onnx.Form;
import dev.amalgam.onnx.OnnxModel;

/**
 * What goes into an exported file.
 *
 * @param project whether it carries the project, so that the amalgamation can be restored from it
 * @param form whether the nodes of the canvas are functions in it
 * @param mostInside bytes of weights from which on they go into a file of their own
 */
public record ExportOptions(boolean project, Form form, long mostInside) {
    /** What people get who choose nothing. */
    public static final ExportOptions DEFAULT = new ExportOptions(true, Form.INLINED, OnnxModel.MOST_INSIDE);

    /** The same with or without the project. */
    public ExportOptions withProject(boolean carried) {
        return new ExportOptions(carried, form, mostInside);
    }

    /** The same in another form. */
    public ExportOptions as(Form other) {
        return new ExportOptions(project, other, mostInside);
    }

    /** The same with another size from which on weights go into a file of their own. */
    public ExportOptions withMostInside(long bytes) {
        return new ExportOptions(project, form, bytes);
    }
}
