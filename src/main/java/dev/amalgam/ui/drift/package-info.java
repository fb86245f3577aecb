/** How far values are from a pinned reference, as the window says it everywhere alike. */
@NullMarked
package dev.amalgam.ui.drift;

import org.jspecify.annotations.NullMarked;
