package dev.amalgam.ui.input;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.ui.dialogs.FileChoice;
import java.util.Optional;

/**
 * What the inputs that are shown belong to.
 *
 * @param document where a new file is an edit
 * @param inputs what is looked at beside the document
 * @param files how a file is chosen
 */
public record InputContext(Document document, LiveInputs inputs, FileChoice files) {
    /** The same while a person is still at it; {@code goesOn} makes this and the change before one step of undo. */
    void turn(NodeId node, String setting, Value value, boolean goesOn) {
        Edit edit = new Edit.Change(node, setting, Optional.of(value));
        var _ = goesOn ? document.amend(edit) : document.apply(edit);
    }

    /** Changes a setting of a source: one edit, that undo takes back. */
    public void change(NodeId node, String setting, Value value) {
        document.apply(new Edit.Change(node, setting, Optional.of(value)));
    }
}
