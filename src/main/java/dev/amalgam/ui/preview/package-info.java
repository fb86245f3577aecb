/**
 * Floor 7: how a reading is drawn, the same on a card, in the inspector and in the live panel. One small class for each kind of
 * reading; they draw the values they are given and compute none.
 */
@NullMarked
package dev.amalgam.ui.preview;

import org.jspecify.annotations.NullMarked;
