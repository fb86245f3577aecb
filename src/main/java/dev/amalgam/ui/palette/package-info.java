/** The palette: what can be added, grouped by what it yields. */
@NullMarked
package dev.amalgam.ui.palette;

import org.jspecify.annotations.NullMarked;
