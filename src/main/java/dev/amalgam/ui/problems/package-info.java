/** The list of what stands against running or shipping. */
@NullMarked
package dev.amalgam.ui.problems;

import org.jspecify.annotations.NullMarked;
