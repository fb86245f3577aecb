/** Floor 7: the inside of a component on the canvas: its operators, its taps, and what is known of them. */
@NullMarked
package dev.amalgam.ui.inside;

import org.jspecify.annotations.NullMarked;
