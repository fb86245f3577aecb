/** Floor 7: the text of a comment, written in Markdown, as JavaFX shows it. Knows nothing of documents. */
@NullMarked
package dev.amalgam.ui.note;

import org.jspecify.annotations.NullMarked;
