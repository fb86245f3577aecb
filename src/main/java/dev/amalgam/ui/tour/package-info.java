/** The guided tour: a few parts of the window, pointed out one after the other. */
@NullMarked
package dev.amalgam.ui.tour;

import org.jspecify.annotations.NullMarked;
