/** What nodes cost, shown: the panel with its tables, what sharing saves, and the heat on the canvas. */
@NullMarked
package dev.amalgam.ui.cost;

import org.jspecify.annotations.NullMarked;
