/** The words of the window, from one bundle. */
@NullMarked
package dev.amalgam.ui.text;

import org.jspecify.annotations.NullMarked;
