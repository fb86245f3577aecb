package dev.amalgam.ui.inspector;

import dev.amalgam.graph.Value;
import java.util.Optional;
import javafx.scene.Node;

/** A control for one setting. It keeps nothing: what it shows comes from the document, what is chosen goes there. */
interface Editor {
    Node node();

    /** Shows a value and tells nobody; empty where the setting has none. */
    void show(Optional<Value> value);

    /** Where an editor takes what was chosen. */
    interface Host {
        /** The person chose a value. */
        void commit(Value value);

        /** The person is still choosing; {@code goesOn} makes this and the choice before one step of undo. */
        void turn(Value value, boolean goesOn);

        /** What was typed is none; says why beside the field. An empty sentence takes that back. */
        void complain(String sentence);
    }
}
