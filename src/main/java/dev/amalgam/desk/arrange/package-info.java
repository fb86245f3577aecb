/** Where cards should stand: aligning, distributing, snapping and the layout of a whole amalgamation. Plain geometry, no screen. */
@NullMarked
package dev.amalgam.desk.arrange;

import org.jspecify.annotations.NullMarked;
