/** Floor 7: the parts of the window that show and change what goes into an amalgamation. */
@NullMarked
package dev.amalgam.ui.input;

import org.jspecify.annotations.NullMarked;
