/**
 * Floor 7: the canvas on which an amalgamation is drawn and edited. Four things that never mix: what a card says ({@code Card},
 * {@code Board}), how it is drawn ({@code Scenery} and the views), what a person is about to do (one {@code Intention} each),
 * and the document, which alone changes anything.
 */
@NullMarked
package dev.amalgam.ui.canvas;

import org.jspecify.annotations.NullMarked;
