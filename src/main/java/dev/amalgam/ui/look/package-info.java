/**
 * Floor 7: what things look like wherever they are shown — the colour and the glyph of each representation, the fonts, and the
 * colours of the theme for what is painted by hand. Knows nothing of nodes or documents.
 */
@NullMarked
package dev.amalgam.ui.look;

import org.jspecify.annotations.NullMarked;
