/**
 * Floor 7: the window. This package puts it together: the shell from FXML, its commands, its dialogs and its themes. It shows
 * what {@code desk} knows and turns gestures into edits; it decides nothing.
 */
@NullMarked
package dev.amalgam.ui;

import org.jspecify.annotations.NullMarked;
